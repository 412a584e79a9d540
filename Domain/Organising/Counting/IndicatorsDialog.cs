using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Counting;

/// <summary>Staff look up how a number is counted: below an answer in a word, or in the list of all indicators.</summary>
internal sealed class IndicatorsDialog : IDialog
{
    private const string Group = "ind.group.";

    /// <summary>What staff may type below an answer.</summary>
    private static readonly HashSet<string> Words = new[]
    {
        "қалай есептеледі", "бұл қалай есептеледі", "қалай есептелген", "қалай саналады", "қалай саналған", "не саналады", "не есептеледі",
        "как считается", "как это считается", "как считали", "как посчитано", "как это посчитано", "что считается", "что посчитано",
        "how is it counted", "how it is counted", "how is this counted", "how was it counted", "what is counted", "what does it count",
    }.Select(Fold.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a text asks how a number is counted.</summary>
    public static bool IsAsked(string text) => text.Length <= 60 && Words.Contains(Fold.Text(text.TrimEnd('?', '!', '.', ' ')));

    /// <summary>Opens the list.</summary>
    public static void Begin(Script script)
    {
        Globals.PutAside(script);
        script.Goto(new DialogState.Indicators());
    }

    public void Open(Script script, DialogState dialog)
    {
        if (!script.MaySome(Right.Count)) { script.Goto(new DialogState.Menu()); return; }
        var indicators = Of(((DialogState.Indicators)dialog).Group);
        if (indicators is null) script.Ask(script.Text("ind.groups", ("n", IndicatorCatalog.All.Count)), [.. IndicatorCatalog.Groups.Select(g => script.Choice(Group + g.Key)), script.Choice("btn.menu")]);
        else script.Ask(script.Text("ind.list", ("n", indicators.Count)), [.. indicators.Select(i => new Option(i.Key, i.Title(script.Context.Texts, script.Language))), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.MaySome(Right.Count) || heard.Id is "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id is "btn.back") { script.Goto(new DialogState.Indicators()); return; }
        if (heard.Id is { } group && group.StartsWith(Group, StringComparison.Ordinal)) { script.Goto(new DialogState.Indicators(group[Group.Length..])); return; }
        if (heard.Id is { } key && IndicatorCatalog.Find(key) is { } indicator)
        {
            script.Say(IndicatorWords.Of(indicator, script.Context.Texts, script.Language));
            script.Break();
        }
        else script.Tell("unknown");
        script.AskAgain();
    }

    private static IReadOnlyList<IIndicator>? Of(string? group) => IndicatorCatalog.Groups.Where(g => g.Key == group).Select(g => g.Indicators).FirstOrDefault();
}
