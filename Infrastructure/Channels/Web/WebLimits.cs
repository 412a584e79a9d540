using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>How much one network address may ask for, so that one noisy client does not spoil the chat for the others.</summary>
internal sealed class WebLimits(WebChatOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> requests = Bucket(options.RequestsPerMinute, options.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> chats = Bucket(options.NewChatsAtOnce, options.NewChatsPerMinute);
    private readonly PartitionedRateLimiter<string> files = Bucket(options.FilesPerMinute, options.FilesPerMinute);
    private readonly PartitionedRateLimiter<string> streams = PartitionedRateLimiter.Create<string, string>(
        a => RateLimitPartition.GetConcurrencyLimiter(a, _ => new ConcurrencyLimiterOptions { PermitLimit = options.StreamsAtOnce }));

    public bool Request(IPAddress? address) => Take(requests, address);

    public bool NewChat(IPAddress? address) => Take(chats, address);

    public bool File(IPAddress? address) => Take(files, address);

    /// <summary>A place for a live connection, given back when disposed.</summary>
    public RateLimitLease Stream(IPAddress? address) => streams.AttemptAcquire(Key(address));

    public void Dispose()
    {
        requests.Dispose();
        chats.Dispose();
        files.Dispose();
        streams.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, IPAddress? address)
    {
        using var lease = limiter.AttemptAcquire(Key(address));
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Bucket(int burst, int perMinute) => PartitionedRateLimiter.Create<string, string>(
        a => RateLimitPartition.GetTokenBucketLimiter(a, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, perMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 6 ? 60 : 10),
            QueueLimit = 0,
        }));

    /// <summary>One home has one IPv4 address, but 2^64 of IPv6: those are counted as one.</summary>
    internal static string Key(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
