using System.Text;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Channels.Web;

/// <summary>What a camera sees, as a YUV4MPEG2 file such as Chromium takes for one: scenes of two seconds, each a QR code held before it, or nothing.</summary>
internal sealed class Film : IDisposable
{
    private const int Width = 640, Height = 480, FramesASecond = 5, FramesAScene = 10;
    private const byte Black = 16, White = 235, Grey = 120, NoColour = 128;

    private Film(string path) => Path = path;

    public string Path { get; }

    /// <summary>Shoots the scenes; null = nothing before the camera.</summary>
    public static Film Of(params string?[] scenes)
    {
        var film = new Film(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"grantbot-{System.IO.Path.GetRandomFileName()}.y4m"));
        using var file = File.Create(film.Path);
        file.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F{FramesASecond}:1 Ip A1:1 C420jpeg\n"));
        foreach (var scene in scenes)
        {
            var frame = Frame(scene);
            for (var i = 0; i < FramesAScene; i++)
            {
                file.Write("FRAME\n"u8);
                file.Write(frame);
            }
        }
        return film;
    }

    public void Dispose() => File.Delete(Path);

    /// <summary>One picture: brightness of every point, then two quarters without colour. The code fills two thirds of the height.</summary>
    private static byte[] Frame(string? text)
    {
        var frame = new byte[Width * Height * 3 / 2];
        Array.Fill(frame, Grey, 0, Width * Height);
        Array.Fill(frame, NoColour, Width * Height, Width * Height / 2);
        if (text is null) return frame;
        var modules = Qr.Modules(text);
        var count = modules.GetLength(0);
        var size = Height * 2 / 3 / count;
        var (left, top) = ((Width - count * size) / 2, (Height - count * size) / 2);
        for (var y = 0; y < count * size; y++)
            for (var x = 0; x < count * size; x++) frame[(top + y) * Width + left + x] = modules[y / size, x / size] ? Black : White;
        return frame;
    }
}
