using GrantBot.Infrastructure.Channels;

namespace GrantBot.Infrastructure.Files;

/// <summary>Fetches what people sent from a platform, within limits of size and time.</summary>
internal static class Fetching
{
    /// <summary>How long a file may take to arrive; others wait for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The whole content, or a little more than the most, whatever its sender said; null when it is gone, or a fault of the net or the platform keeps it.</summary>
    public static async Task<byte[]?> FetchAsync(IChannel channel, string handle, int most, TimeProvider time)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            // waiting ends with the patience, whether or not the channel heeds it
            return await ReadAsync(channel, handle, most, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(IChannel channel, string handle, int most, CancellationToken cancel)
    {
        await using var stream = await channel.FetchAsync(handle, cancel);
        if (stream is null) return null;
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; content.Length <= most && (read = await stream.ReadAsync(buffer, cancel)) > 0;) content.Write(buffer, 0, read);
        return content.ToArray();
    }
}
