using System.Buffers;

namespace GrantBot.Infrastructure.Channels.Telegram;

/// <summary>A growing buffer from the shared pool. Not for use after it is disposed.</summary>
internal sealed class PooledBytes(int capacity) : IBufferWriter<byte>, IDisposable
{
    private byte[] array = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => array.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return array.AsSpan(Length);
    }

    /// <summary>Reads a stream to its end; false when it is longer than <paramref name="most"/> bytes.</summary>
    public async ValueTask<bool> FillAsync(Stream from, int most, CancellationToken cancel)
    {
        while (true)
        {
            var got = await from.ReadAsync(GetMemory(1), cancel);
            if (got == 0) return true;
            Advance(got);
            if (Length > most) return false;
        }
    }

    public void Dispose()
    {
        if (array.Length == 0) return;
        ArrayPool<byte>.Shared.Return(array);
        array = [];
        Length = 0;
    }

    private void Reserve(int sizeHint)
    {
        var wanted = Length + Math.Max(sizeHint, 1);
        if (wanted <= array.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, array.Length * 2));
        array.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(array);
        array = larger;
    }
}
