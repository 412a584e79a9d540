using System.Globalization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Load;

/// <summary>What one run does.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        dotnet run -c Release --project Tests/Load -- [--people 200] [--concurrent 50] [--channel telegram|whatsapp|web] [--mode webhook|polling]
            [--kill [TIMES] | --stop [TIMES]] [--api-delay MS] [--sync FULL|NORMAL|OFF] [--database "Host=…;Database=…;Username=…"] [--seed 1] [--stall MS] [--limit SECONDS] [--bot path/to/grantbot.dll] [--keep]
        dotnet run -c Release --project Tests/Load -- broadcast [--people 200] [--writers A_MINUTE] [--api-delay MS] [--kill [TIMES]] [--limit SECONDS]
        Build the bot first: dotnet build -c Release Bot
        """;

    public int People { get; init; } = 200;
    public int Concurrent { get; init; } = 50;

    /// <summary>Of a message to many: people who write to the bot meanwhile, a minute.</summary>
    public int Writers { get; init; } = 60;
    public ChannelKind Channel { get; init; } = ChannelKind.Telegram;

    /// <summary>Telegram only: getUpdates in place of the webhook.</summary>
    public bool Polling { get; init; }

    /// <summary>How many times the bot is killed and started again.</summary>
    public int Kills { get; init; }

    /// <summary>SIGTERM in place of SIGKILL.</summary>
    public bool Gently { get; init; }

    /// <summary>Time each call of the platform's API takes.</summary>
    public TimeSpan ApiDelay { get; init; }

    public string Synchronous { get; init; } = "FULL";

    /// <summary>Connection string of an empty database of PostgreSQL; "" = a new file of SQLite.</summary>
    public string Database { get; init; } = "";
    public int Seed { get; init; } = 1;

    /// <summary>A person who hears nothing for so long says it again.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A run that takes longer is ended; a message to many may take as long beyond the platform's own time.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>The built program.</summary>
    public required string Bot { get; init; }

    /// <summary>Leaves the data folder for a look.</summary>
    public bool Keep { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static LoadOptions Parse(string[] args)
    {
        var options = new LoadOptions { Bot = "" };
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[i + 1] : null;
            options = With(options, args[i], value);
            if (value is not null) i++;
        }
        return options.Bot.Length > 0 ? options : options with { Bot = BuiltBot() };
    }

    private static LoadOptions With(LoadOptions options, string name, string? value) => name switch
    {
        "--people" => options with { People = Number(name, value) },
        "--concurrent" => options with { Concurrent = Number(name, value) },
        "--writers" => options with { Writers = Number(name, value) },
        "--channel" => options with { Channel = Enum.TryParse<ChannelKind>(value, ignoreCase: true, out var kind) ? kind : throw Wrong(name, value) },
        "--mode" => options with { Polling = value switch { "webhook" => false, "polling" => true, _ => throw Wrong(name, value) } },
        "--kill" => options with { Kills = value is null ? 3 : Number(name, value) },
        "--stop" => options with { Kills = value is null ? 3 : Number(name, value), Gently = true },
        "--api-delay" => options with { ApiDelay = TimeSpan.FromMilliseconds(Number(name, value)) },
        "--sync" => options with { Synchronous = value ?? throw Wrong(name, value) },
        "--database" => options with { Database = value ?? throw Wrong(name, value) },
        "--seed" => options with { Seed = Number(name, value) },
        "--stall" => options with { Stall = TimeSpan.FromMilliseconds(Number(name, value)) },
        "--limit" => options with { Limit = TimeSpan.FromSeconds(Number(name, value)) },
        "--bot" => options with { Bot = Path.GetFullPath(value ?? throw Wrong(name, value)) },
        "--keep" => options with { Keep = true },
        _ => throw Wrong(name, value),
    };

    private static int Number(string name, string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, value);

    private static FormatException Wrong(string name, string? value) => new($"{name} {value} is not understood.\n{Usage}");

    /// <summary>The Release build of the bot in the repository this program was built from.</summary>
    private static string BuiltBot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GrantBot.sln"))) folder = folder.Parent;
        var bot = Path.Combine(folder?.FullName ?? "", "Bot", "bin", "Release", "net10.0", "grantbot.dll");
        return File.Exists(bot) ? bot : throw new FormatException($"There is no {bot}.\n{Usage}");
    }
}
