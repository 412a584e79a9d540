using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising.Broadcasts;

/// <summary>Says whom a message would reach, by what, what templates cost, and whom it would not reach and why.</summary>
internal static class BroadcastReachWords
{
    /// <summary>A line for each thing worth knowing.</summary>
    public static IEnumerable<string> Lines(Script script, BroadcastReach reach)
    {
        string Whole(int number) => Numbers.Whole(number, script.Language);
        var whatsApp = reach.WhatsApp + reach.ByTemplate;
        List<string> channels = [];
        if (reach.Telegram > 0) channels.Add(script.Text("bc.reach.telegram", ("n", Whole(reach.Telegram))));
        if (whatsApp > 0) channels.Add(reach.ByTemplate > 0 ? script.Text("bc.reach.template", ("n", Whole(whatsApp)), ("k", Whole(reach.ByTemplate))) : script.Text("bc.reach.whatsapp", ("n", Whole(whatsApp))));
        if (reach.Web > 0) channels.Add(script.Text("bc.reach.web", ("n", Whole(reach.Web))));
        if (channels.Count > 0) yield return script.Text("bc.reach", ("n", Whole(reach.Reached)), ("list", string.Join(", ", channels)));
        if (reach.ByTemplate > 0) yield return Cost(script, reach.ByTemplate);
        List<string> not = [];
        foreach (var (key, count) in new[] { ("bc.not.stopped", reach.OptedOut), ("bc.not.chat", reach.NoChat), ("bc.not.template", reach.NoTemplate), ("bc.not.shared", reach.Shared) })
            if (count > 0) not.Add(script.Text(key, ("n", Whole(count))));
        if (not.Count > 0) yield return script.Text("bc.not", ("list", string.Join(", ", not)));
    }

    /// <summary>What the templates cost where the price of one is set, else how many are sent.</summary>
    private static string Cost(Script script, int templates)
    {
        var terms = script.Context.Broadcasts;
        string Money(decimal sum) => $"{Numbers.Decimal(sum, decimal.IsInteger(sum) ? 0 : 2, script.Language)}{(terms.Unit.Length > 0 ? Numbers.NoBreak + terms.Unit : "")}";
        return terms.TemplatePrice is { } price
            ? script.Text("bc.cost", ("n", Numbers.Whole(templates, script.Language)), ("price", Money(price)), ("sum", Money(price * templates)))
            : script.Text("bc.cost.none", ("n", Numbers.Whole(templates, script.Language)));
    }
}
