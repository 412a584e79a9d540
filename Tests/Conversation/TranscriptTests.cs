using System.Runtime.CompilerServices;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Conversation;

/// <summary>Every script of Tests/Transcripts on the real program.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Scripts => Transcripts.Names();

    [Theory, MemberData(nameof(Scripts))]
    public async Task people_see_the_same_on_every_channel(string name)
    {
        var script = Transcripts.Read(name);
        var plays = await Task.WhenAll(script.PlayedOn.Select(async c => (Channel: c, Turns: await ChatPlayer.PlayAsync(script, c))));
        if (Transcripts.Write) { await Transcripts.RewriteAsync(script, plays.ToDictionary(p => p.Channel, p => p.Turns)); return; }
        string.Join("\n\n", plays.Select(p => Likeness.Differences(script, p.Turns, p.Channel, "")).Where(d => d.Length > 0)).ShouldBeEmpty();
    }
}

public sealed class TranscriptTwiceTests
{
    public static TheoryData<string> Scripts => Transcripts.Names();

    [Theory, MemberData(nameof(Scripts))]
    public async Task a_second_delivery_of_every_message_changes_nothing(string name)
    {
        if (Transcripts.Write) return;
        var script = Transcripts.Read(name);
        var channel = script.PlayedOn[(name.Length + 1) % script.PlayedOn.Count]; // another one than with restarts
        Likeness.Differences(script, await ChatPlayer.PlayAsync(script, channel, twice: true, product: Transcripts.On(name, other: false)), channel, ", delivered twice").ShouldBeEmpty();
    }
}

public sealed class TranscriptRestartTests
{
    public static TheoryData<string> Scripts => Transcripts.Half(first: true);

    [Theory, MemberData(nameof(Scripts))]
    public Task a_restart_before_every_line_is_not_noticed(string name) => Transcripts.RestartAsync(name);
}

/// <summary>The other half: the longest tests there are run beside each other.</summary>
public sealed class TranscriptRestartMoreTests
{
    public static TheoryData<string> Scripts => Transcripts.Half(first: false);

    [Theory, MemberData(nameof(Scripts))]
    public Task a_restart_before_every_line_is_not_noticed(string name) => Transcripts.RestartAsync(name);
}

/// <summary>The scripts beside the tests.</summary>
internal static class Transcripts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    /// <summary>Whether the scripts are to be rewritten with what the bot says now, to be reviewed like code.</summary>
    public static bool Write => Environment.GetEnvironmentVariable("GRANTBOT_WRITE_TRANSCRIPTS") == "1";

    /// <summary>The scripts that need the whole program, or those of forms alone.</summary>
    public static TheoryData<string> Names(bool ofForms = false) =>
        new(Directory.GetFiles(Folder, "*.chat", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Where(n => n.StartsWith("forms/", StringComparison.Ordinal) == ofForms).Order(StringComparer.Ordinal));

    /// <summary>Every other script that needs the whole program, or those between.</summary>
    public static TheoryData<string> Half(bool first) => new(Names().Select(row => row.Data).Index().Where(n => n.Index % 2 == (first ? 0 : 1)).Select(n => n.Item));

    /// <summary>Either product in turn, so that every script is played on a PostgreSQL server in one of two ways and both ways are taken on both.</summary>
    public static Product On(string name, bool other) => name.Sum(c => c) % 2 == 0 != other ? Product.Postgres : Product.Sqlite;

    /// <summary>Plays a script with the program restarted before every line, on one channel, another for the next script: the state that is read back is the same on all.</summary>
    public static async Task RestartAsync(string name)
    {
        if (Write) return;
        var script = Read(name);
        var channel = script.PlayedOn[name.Length % script.PlayedOn.Count];
        Likeness.Differences(script, await ChatPlayer.PlayAsync(script, channel, restarts: true, product: On(name, other: true)), channel, ", restarted").ShouldBeEmpty();
    }

    /// <summary>What is in a file a person sends: the one of that name in workbooks, the workbook that workbooks/NAME.md describes, else a few bytes that begin as a picture does where it is called one.</summary>
    public static byte[] Attachment(string name)
    {
        var kept = Path.Combine(Folder, "workbooks", name);
        if (File.Exists(kept)) return File.ReadAllBytes(kept);
        var described = Path.Combine(Folder, "workbooks", Path.ChangeExtension(name, ".md"));
        return File.Exists(described) ? Workbooks.Of(MarkdownSheets.Read(File.ReadAllText(described))) : name.EndsWith(".jpg", StringComparison.Ordinal) ? [0xFF, 0xD8, 0xFF, 0xE0, .. "content-of-the-picture"u8] : [.. "content-of-the-file"u8];
    }

    public static ChatScript Read(string name) => ChatScript.Parse(name, File.ReadAllText(Path.Combine(Folder, name)));

    public static async Task RewriteAsync(ChatScript script, Dictionary<ChannelKind, IReadOnlyList<Played>> plays, [CallerFilePath] string here = "")
    {
        var faults = plays.SelectMany(p => p.Value.Where(t => t.Fault is not null).Select(t => $"{script.Name}:{t.Step.Line} {p.Key}: {t.Fault}"));
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, "..", "Transcripts", script.Name), ChatWriter.Write(script, plays));
        string.Join("\n", faults).ShouldBeEmpty();
    }
}
