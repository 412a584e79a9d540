using System.Runtime.CompilerServices;
using GrantBot.Bot.Tools;
using GrantBot.Tests.Conversation;

namespace GrantBot.Tests.Tools;

/// <summary>What the README says is supported is what the program's own tables say.</summary>
public sealed class SupportVerbTests
{
    private const string Begin = "<!-- what `support` prints, from here -->\n", End = "<!-- to here -->";

    [Fact]
    public async Task the_readme_lists_what_the_program_supports()
    {
        var output = new StringWriter();
        (await Verbs.RunAsync(["support"], output, TextWriter.Null)).ShouldBe(0);
        var readme = await File.ReadAllTextAsync(Readme(), TestContext.Current.CancellationToken);
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        if (Transcripts.Write) await File.WriteAllTextAsync(Readme(), readme[..from] + output + readme[to..], TestContext.Current.CancellationToken);
        else readme[from..to].ShouldBe(output.ToString());
    }

    private static string Readme([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "README.md");
}
