using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Experts;

/// <summary>Staff keep the judges and experts of an event, may take over those of another one, and get their list to be signed.</summary>
internal sealed class ExpertsDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (Of(script, dialog) is not { } e || !script.May(Right.Organise, e)) script.Goto(new DialogState.Menu());
        else if (dialog is DialogState.Experts { Choosing: true }) AskEvent(script, e);
        else if (dialog is DialogState.ExpertCard card && Find(script, card) is { } one) Show(script, card, one);
        else { script.Stay(new DialogState.Experts(e.Id)); ShowAll(script, e, script.Know(new Need.Experts(e.Id))); }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (heard.Id == "btn.menu" || Of(script, dialog) is not { } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.back") { script.Goto(dialog switch { DialogState.Experts { Choosing: false } => new DialogState.EventPlan(e.Id), DialogState.ExpertCard { Erasing: true } card => card with { Erasing = false }, _ => new DialogState.Experts(e.Id) }); return; }
        switch (dialog)
        {
            case DialogState.Experts { Choosing: true } when Others(script, e).FirstOrDefault(o => o.Code == heard.Id) is { } other: TakeOver(script, e, other); break;
            case DialogState.Experts { Choosing: false }: TakeList(script, e, heard); break;
            case DialogState.ExpertCard card when Find(script, card) is { } one: TakeOne(script, e, card, one, heard); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Shows all of an event with one that has just changed, which is not stored yet.</summary>
    public static void ShowWith(Script script, EventId id, PersonId person, KnownExpert? changed)
    {
        if (script.Event(id) is not { } e) { script.Goto(new DialogState.Menu()); return; }
        script.Stay(new DialogState.Experts(id));
        ShowAll(script, e, Ordered(script.Know(new Need.Experts(id)).Where(x => x.Person != person).Concat(changed is null ? [] : [changed])));
    }

    private static List<KnownExpert> Ordered(IEnumerable<KnownExpert> experts) => [.. experts.OrderBy(x => x.What.FullName, KazakhOrder.Comparer)];

    private static void ShowAll(Script script, EventInfo e, IReadOnlyList<KnownExpert> all)
    {
        List<Option> options = [script.Choice("btn.expert.new")];
        if (Others(script, e).Count > 0) options.Add(script.Choice("btn.expert.from"));
        if (all.Count > 0) options.Add(script.Choice("btn.expert.list"));
        options.AddRange(all.Select(x => new Option(x.Person.Value.ToString("N"), x.What.FullName) { Description = x.What.RoleIn(script.Context.Forms, script.Language) }));
        options.AddRange([script.Choice("btn.back"), script.Choice("btn.menu")]);
        var lines = all.Select((x, i) => $"{i + 1}. {x.What.FullName} – {x.What.RoleIn(script.Context.Forms, script.Language)}");
        script.Ask(script.Text(all.Count == 0 ? "expert.none" : "expert.all", ("event", e.Title.In(script.Language)), ("n", all.Count), ("list", string.Join('\n', lines))), options);
    }

    private static void AskEvent(Script script, EventInfo e) =>
        script.Ask(script.Text("expert.from"), [.. Others(script, e).Select(o => new Option(o.Code, o.Title.In(script.Language)) { Description = Dates.Short(DateOnly.FromDateTime(script.Local(o.StartsAt).DateTime)) }), script.Choice("btn.back")]);

    private static void Show(Script script, DialogState.ExpertCard card, KnownExpert one)
    {
        if (card.Erasing) { script.Ask(script.Text("expert.erase", ("name", one.What.FullName)), [script.Choice("btn.expert.erase.yes"), script.Choice("btn.back")]); return; }
        var what = one.What;
        string[] known = [what.FullName, what.RoleIn(script.Context.Forms, script.Language), string.Join(", ", new[] { what.Organisation, what.Position }.Where(t => t.Length > 0)), what.Town, what.Contact];
        var basis = script.Text(what.Basis is ConsentBasis.Paper ? "expert.basis.paper" : "expert.basis.other");
        script.Ask(string.Join('\n', known.Where(t => t.Length > 0).Append(basis)), [script.Choice("btn.expert.change"), script.Choice("btn.expert.remove"), script.Choice("btn.expert.erase"), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    private static void TakeList(Script script, EventInfo e, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.expert.new": ExpertOccasion.Begin(script, e.Id); break;
            case "btn.expert.from": script.Goto(new DialogState.Experts(e.Id, Choosing: true)); break;
            case "btn.expert.list":
                script.Record(new Fact.ExpertListAsked(e.Id, script.Language));
                script.Remember(s => s with { LastPress = null }); // it comes a moment later by itself
                break;
            case { } id when Guid.TryParseExact(id, "N", out var person): script.Goto(new DialogState.ExpertCard(e.Id, new(person))); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void TakeOne(Script script, EventInfo e, DialogState.ExpertCard card, KnownExpert one, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.expert.remove" when !card.Erasing: Gone(script, e, one, new Fact.ExpertRemoved(one.Person, e.Id), "expert.removed"); break;
            case "btn.expert.erase.yes" when card.Erasing: Gone(script, e, one, new Fact.ExpertErased(one.Person), "expert.erased"); break;
            case "btn.expert.change" when !card.Erasing: ExpertOccasion.Begin(script, e.Id, one); break;
            case "btn.expert.erase": script.Goto(card with { Erasing = true }); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>The answer names nobody: it would be the last trace of who was erased.</summary>
    private static void Gone(Script script, EventInfo e, KnownExpert one, Fact fact, string key)
    {
        script.Record(fact);
        script.Tell(key);
        ShowWith(script, e.Id, one.Person, null);
    }

    /// <summary>Those of another event come to this one too, unless they are there already.</summary>
    private static void TakeOver(Script script, EventInfo e, EventInfo other)
    {
        var here = script.Know(new Need.Experts(e.Id));
        var fresh = script.Know(new Need.Experts(other.Id)).Where(x => here.All(h => h.Person != x.Person)).ToList();
        foreach (var expert in fresh) script.Record(new Fact.ExpertAdded(expert.Person, e.Id, expert.What));
        script.Tell("expert.taken", ("n", fresh.Count), ("event", other.Title.In(script.Language)));
        script.Stay(new DialogState.Experts(e.Id));
        ShowAll(script, e, Ordered(here.Concat(fresh)));
    }

    /// <summary>Other events that have some, the latest first.</summary>
    private static List<EventInfo> Others(Script script, EventInfo e)
    {
        var counts = script.Know(new Need.ExpertCounts());
        return [.. script.Events.Where(o => o.Id != e.Id && counts.GetValueOrDefault(o.Id) > 0).OrderByDescending(o => o.StartsAt)];
    }

    private static EventInfo? Of(Script script, DialogState dialog) => dialog switch { DialogState.Experts all => script.Event(all.Event), DialogState.ExpertCard card => script.Event(card.Event), _ => null };

    private static KnownExpert? Find(Script script, DialogState.ExpertCard card) => script.Know(new Need.Experts(card.Event)).FirstOrDefault(x => x.Person == card.Person);
}
