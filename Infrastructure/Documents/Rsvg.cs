using System.ComponentModel;
using System.Diagnostics;

namespace GrantBot.Infrastructure.Documents;

/// <summary>What became of a drawing. A closed family.</summary>
internal abstract record Rendering
{
    private Rendering() { }

    /// <summary>It was drawn.</summary>
    public sealed record Made(byte[] Bytes, string MediaType) : Rendering;

    /// <summary>rsvg-convert is not installed: send tidy text or the SVG instead.</summary>
    public sealed record Missing : Rendering;

    /// <summary>It could not be drawn.</summary>
    /// <param name="Why">For the log: a reason without any text of the drawing.</param>
    public sealed record Failed(string Why) : Rendering;
}

/// <summary>What rsvg-convert makes of an SVG; a preview is a PNG of a size of ours, whatever the drawing asks for.</summary>
internal enum RsvgFormat { Png, Pdf, Preview }

/// <summary>
/// Turns SVG into PNG or PDF with librsvg's rsvg-convert, an optional tool. No shell, no temporary file: the drawing goes through its standard
/// input and output, within limits of time and size.
/// </summary>
/// <param name="program">Full path of rsvg-convert; null when there is none.</param>
/// <param name="time">The clock of the time limit.</param>
/// <param name="limit">How long one drawing may take; 20 seconds unless told.</param>
internal sealed class Rsvg(string? program, TimeProvider time, TimeSpan? limit = null)
{
    /// <summary>Largest SVG taken.</summary>
    public const int LargestInput = 2 * 1024 * 1024;

    /// <summary>Largest result: WhatsApp takes pictures of at most 5 MB.</summary>
    public const int LargestOutput = 5 * 1024 * 1024;

    /// <summary>Pixels of a preview's longer side.</summary>
    private const string PreviewSide = "1200";

    private readonly TimeSpan limit = limit ?? TimeSpan.FromSeconds(20);

    /// <summary>The tool was found; /health tells when it was not.</summary>
    public bool Available => program is not null;

    /// <summary>Looks for rsvg-convert in the directories of a PATH.</summary>
    public static Rsvg Find(TimeProvider time, string? path, TimeSpan? limit = null) => new(
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(d => new[] { Path.Combine(d, "rsvg-convert"), Path.Combine(d, "rsvg-convert.exe") })
            .FirstOrDefault(File.Exists), time, limit);

    /// <summary>Draws. Only a cancelled token throws.</summary>
    public async Task<Rendering> ConvertAsync(ReadOnlyMemory<byte> svg, RsvgFormat format, CancellationToken cancel)
    {
        if (program is null) return new Rendering.Missing();
        if (svg.Length > LargestInput) return new Rendering.Failed($"SVG of {svg.Length} bytes is larger than {LargestInput}");
        using var late = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var process = new Process { StartInfo = Start(program, format) };
        try
        {
            process.Start();
            return await RunAsync(process, svg, format, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Rendering.Failed($"rsvg-convert took longer than {limit.TotalSeconds} s");
        }
        catch (Win32Exception e)
        {
            return new Rendering.Failed($"rsvg-convert did not start: error {e.NativeErrorCode}");
        }
        finally
        {
            Stop(process);
        }
    }

    private static async Task<Rendering> RunAsync(Process process, ReadOnlyMemory<byte> svg, RsvgFormat format, CancellationToken cancel)
    {
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancel);
        var feeding = FeedAsync(process, svg, cancel);
        var bytes = await ReadAsync(process.StandardOutput.BaseStream, cancel);
        if (bytes is null) return new Rendering.Failed($"the drawing is larger than {LargestOutput} bytes");
        await feeding;
        await errors;
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0 || bytes.Length == 0) return new Rendering.Failed($"rsvg-convert ended with {process.ExitCode}");
        return new Rendering.Made(bytes, format == RsvgFormat.Pdf ? "application/pdf" : "image/png");
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> svg, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(svg, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool closed its input early because it cannot read the drawing: its exit code says so.
        }
    }

    /// <summary>Everything the tool writes; null when it is too much.</summary>
    private static async Task<byte[]?> ReadAsync(Stream output, CancellationToken cancel)
    {
        using var result = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await output.ReadAsync(buffer, cancel)) > 0;)
        {
            if (result.Length + read > LargestOutput) return null;
            result.Write(buffer, 0, read);
        }
        return result.ToArray();
    }

    private static ProcessStartInfo Start(string program, RsvgFormat format) => new(program, Arguments(format))
    {
        UseShellExecute = false,
        CreateNoWindow = true,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string[] Arguments(RsvgFormat format) => format switch
    {
        RsvgFormat.Pdf => ["--format", "pdf"],
        RsvgFormat.Preview => ["--format", "png", "--keep-aspect-ratio", "--width", PreviewSide, "--height", PreviewSide],
        _ => ["--format", "png"],
    };

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It never started or ended by itself in between: nothing to stop.
        }
    }
}
