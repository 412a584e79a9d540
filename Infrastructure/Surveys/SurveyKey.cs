using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Surveys;

/// <summary>
/// The secret that keeps anonymous answers from people while a survey is open, in a file beside the database that only the program may read.
/// It is not in the database, so neither a query nor a copy of the database joins an answer to somebody. Lost, open surveys lose their
/// answers; surveys that are over need it no more.
/// </summary>
internal sealed class SurveyKey
{
    private const int Bytes = 32;
    private const string FileName = "survey.key";
    private static readonly ConcurrentDictionary<string, SurveyKey> Known = new(StringComparer.Ordinal);
    private readonly byte[] secret;

    private SurveyKey(byte[] secret) => this.secret = secret;

    /// <summary>The key beside a database; made where there is none.</summary>
    public static SurveyKey Of(GrantBotDb db) => In(db.Engine.Beside(FileName));

    /// <summary>The key in a file; made where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is there and holds no key.</exception>
    public static SurveyKey In(string path) => Known.GetOrAdd(path, static p => new(Read(p)));

    /// <summary>By which the two halves of a survey before and after find the same person: for these two surveys only.</summary>
    /// <param name="survey">Either half; the same for both.</param>
    /// <param name="person">The lasting id, whatever the channel or phone.</param>
    public string Pair(SurveyId survey, PersonId person) => Hash($"pair|{survey.Value:N}|{person.Value:N}");

    /// <summary>By which a chat answers a survey by link once: by its address, since a chat of nobody's is forgotten after some days and comes back as a new one.</summary>
    public string Address(SurveyId survey, ChannelKind channel, string address) => Hash($"chat|{survey.Value:N}|{(int)channel}|{address}");

    /// <summary>The same for every address of a chat; none while it is not stored yet.</summary>
    public IReadOnlyList<string> Chat(GrantBotDb db, SurveyId survey, ChatId chat) =>
        [.. db.ChatAddresses.AsNoTracking().Where(a => a.ChatId == chat).OrderBy(a => a.Value).AsEnumerable().Select(a => Address(survey, a.Channel, a.Value))];

    /// <summary>Puts something under seal for one survey. Its length tells little, since all is filled up.</summary>
    public byte[] Seal(SurveyId survey, ReadOnlySpan<byte> content)
    {
        const int block = 512;
        var padded = new byte[(content.Length + sizeof(int) + block - 1) / block * block];
        BitConverter.TryWriteBytes(padded, content.Length);
        content.CopyTo(padded.AsSpan(sizeof(int)));
        var result = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + padded.Length];
        var (nonce, tag, cipher) = Parts(result);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(Derived("seal"), AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce.Span, padded, cipher.Span, tag.Span, survey.Value.ToByteArray());
        return result;
    }

    /// <summary>Opens a seal; null when it was made with another key or for another survey.</summary>
    public byte[]? Open(SurveyId survey, byte[] sealedContent)
    {
        if (sealedContent.Length < AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + sizeof(int)) return null;
        var (nonce, tag, cipher) = Parts(sealedContent);
        var padded = new byte[cipher.Length];
        using var aes = new AesGcm(Derived("seal"), AesGcm.TagByteSizes.MaxSize);
        try { aes.Decrypt(nonce.Span, cipher.Span, tag.Span, padded, survey.Value.ToByteArray()); }
        catch (AuthenticationTagMismatchException) { return null; }
        return padded.AsSpan(sizeof(int), BitConverter.ToInt32(padded)).ToArray();
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] all) =>
        (all.AsMemory(0, AesGcm.NonceByteSizes.MaxSize), all.AsMemory(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize), all.AsMemory(AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize));

    private byte[] Derived(string purpose) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(purpose));

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)))[..32];

    private static byte[] Read(string path)
    {
        if (!File.Exists(path)) Make(path);
        var text = File.ReadAllText(path).Trim();
        return text.Length == Bytes * 2 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text)
            : throw new InvalidDataException($"{path} holds no key. Put back the file of the backup that belongs to the database.");
    }

    /// <summary>Whole or not at all: it is written aside and moved into its place, and the first of two wins.</summary>
    private static void Make(string path)
    {
        var aside = $"{path}.{Environment.ProcessId}.new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options)) file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes))));
        try { File.Move(aside, path, overwrite: false); }
        catch (IOException) when (File.Exists(path)) { File.Delete(aside); }
    }
}
