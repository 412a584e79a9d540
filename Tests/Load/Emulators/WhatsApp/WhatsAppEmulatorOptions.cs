namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>How the emulated Cloud API behaves. The defaults are as strict as Meta and lose, repeat or delay nothing.</summary>
public sealed record WhatsAppEmulatorOptions
{
    public string AccessToken { get; init; } = "EAA-test-access-token";
    public string AppSecret { get; init; } = "test-app-secret";
    public string VerifyToken { get; init; } = "test-verify-token";
    public string PhoneNumberId { get; init; } = "100000000000001";
    public string DisplayPhoneNumber { get; init; } = "77000000001";

    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where webhooks go; may also be set later, by <see cref="WhatsAppEmulator.Webhook"/>.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Emulated seconds in a real one: shortens retries, status delays and limits alike.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Time every API call takes, as over the internet (30-100 ms there).</summary>
    public TimeSpan ApiDelay { get; init; }

    /// <summary>Webhook requests under way at once: they overtake one another.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>At most so many updates in one POST (Meta: 1000).</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>Share of updates delivered twice, 0 to 1.</summary>
    public double Duplicates { get; init; }

    /// <summary>Each POST waits a random time up to this, so that order is lost.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>Seed of duplicates and jitter.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How far statuses are reported.</summary>
    public StatusLevel Statuses { get; init; } = StatusLevel.Read;

    /// <summary>True: a closed window and an unreachable person are accepted first and reported by a failed status. False: refused at once.</summary>
    public bool FailByStatus { get; init; }

    /// <summary>Messages a second, in and out together; 0 = no limit.</summary>
    public int Throughput { get; init; } = 80;

    /// <summary>Holds the limit of one message in six seconds to one person, with a burst of 45.</summary>
    public bool PairLimit { get; init; } = true;

    /// <summary>Approved templates as (name, language).</summary>
    public IReadOnlySet<(string Name, string Language)> Templates { get; init; } = new HashSet<(string, string)>();

    /// <summary>How many variables and quick replies approved templates have, by name; one that is not named has none of either.</summary>
    public IReadOnlyDictionary<string, (int Values, int Replies)> Shapes { get; init; } = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
}

/// <summary>The last status a message gets.</summary>
public enum StatusLevel { None, Sent, Delivered, Read }
