using System.Buffers.Binary;
using GrantBot.Domain;
using Microsoft.Win32.SafeHandles;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// Replies that a platform has taken and whose mark is not durable yet, in a file beside the database. Appending one costs a few
/// microseconds and survives the end of the process, so that hardly a reply is said twice after a crash; after a power cut it may be.
/// </summary>
internal sealed class SentJournal : IDisposable
{
    private const int Entry = sizeof(long) + 16;
    private const int LongEnough = 64 * 1024;
    private readonly SafeFileHandle file;
    private readonly Lock gate = new();
    private long length;
    private int pending;

    /// <summary>Opens or makes the file.</summary>
    public SentJournal(string path)
    {
        file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        length = RandomAccess.GetLength(file);
    }

    /// <summary>What an earlier run left: outbox ids with their chats, which tell a restored older database. Their marks may be durable or not.</summary>
    public IReadOnlyList<(long Id, ChatId Chat)> Read()
    {
        lock (gate)
        {
            var bytes = new byte[length];
            RandomAccess.Read(file, bytes, 0);
            // an append that was cut short is none
            return [.. bytes.Chunk(Entry).Where(e => e.Length == Entry).Select(e => (BinaryPrimitives.ReadInt64LittleEndian(e), new ChatId(new Guid(e.AsSpan(sizeof(long))))))];
        }
    }

    /// <summary>All marks are durable: it begins anew.</summary>
    public void Clear() { lock (gate) Empty(); }

    /// <summary>A reply was taken by its platform.</summary>
    public void Add(long outboxId, ChatId chat)
    {
        Span<byte> entry = stackalloc byte[Entry];
        BinaryPrimitives.WriteInt64LittleEndian(entry, outboxId);
        chat.Value.TryWriteBytes(entry[sizeof(long)..]);
        lock (gate)
        {
            pending++;
            RandomAccess.Write(file, entry, length);
            length += Entry;
        }
    }

    /// <summary>One more mark is durable. Once all are, a long file begins anew.</summary>
    public void Durable()
    {
        lock (gate) { if (--pending == 0 && length > LongEnough) Empty(); }
    }

    public void Dispose() => file.Dispose();

    private void Empty()
    {
        RandomAccess.SetLength(file, 0);
        length = 0;
    }
}
