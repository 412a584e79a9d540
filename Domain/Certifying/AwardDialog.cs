using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Certifying;

/// <summary>Staff give places and nominations; diplomas are made along with the certificates.</summary>
internal sealed class AwardDialog : IDialog
{
    /// <summary>Longest name of a nomination, so that it fits on a diploma.</summary>
    private const int LongestNomination = 60;

    private const int MostShown = 9, MostPlaces = 3;

    private static readonly string[] Suggested = ["nom.speaker", "nom.judge", "nom.debut", "nom.fair"];

    /// <summary>Takes the command.</summary>
    public static void Ask(Script script, string query)
    {
        if (query.Length == 0) { EventChoice.Begin(script, "award"); return; }
        if (StaffCommands.OneEvent(script, query, Right.Organise, "award") is not { } e) return;
        Globals.PutAside(script);
        script.Goto(new DialogState.Awarding(e.Id, AwardStep.Listing));
    }

    /// <summary>A place or nomination in words; "" for neither.</summary>
    public static string Words(Script script, AwardName award) =>
        award.Rank is { } rank ? script.Text($"cert.rank.{rank.ToString(CultureInfo.InvariantCulture)}") : award.Nomination is { } title ? script.Text("cert.nomination", ("title", script.Text("cert.quoted", ("title", title)))) : "";

    public void Open(Script script, DialogState dialog)
    {
        var awarding = (DialogState.Awarding)dialog;
        if (script.Event(awarding.Event) is not { } e || !script.May(Right.Organise, e)) { script.Goto(new DialogState.Menu()); return; }
        switch (awarding.Step)
        {
            case AwardStep.Finding: script.Ask(new Reply.Message(script.Text("award.who")) { Options = [script.Choice("btn.awards")], TakesText = true }); break;
            case AwardStep.Naming: AskName(script, awarding); break;
            case AwardStep.Undoing: AskUndo(script, awarding); break;
            default: List(script, awarding, e.Title.In(script.Language)); break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var awarding = (DialogState.Awarding)dialog;
        if (!script.May(Right.Organise, awarding.Event) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.awards") { script.Goto(new DialogState.Awarding(awarding.Event, AwardStep.Listing)); return; }
        switch (awarding.Step)
        {
            case AwardStep.Finding: Find(script, awarding, heard); break;
            case AwardStep.Naming: Name(script, awarding, heard); break;
            case AwardStep.Undoing: Undo(script, awarding, heard); break;
            case AwardStep.Listing when heard.Id is "btn.award.give": script.Goto(awarding with { Step = AwardStep.Finding }); break;
            case AwardStep.Listing when heard.Id is "btn.award.undo": script.Goto(awarding with { Step = AwardStep.Undoing }); break;
            case AwardStep.Listing when heard.Id is "btn.certs": script.Goto(new DialogState.Certifying(awarding.Event)); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void List(Script script, DialogState.Awarding awarding, string title)
    {
        var awards = script.Know(new Need.Awards(awarding.Event));
        script.Ask(awards.Count == 0 ? script.Text("award.none", ("event", title)) : script.Text("award.list", ("event", title), ("list", string.Join('\n', awards.Select(a => "• " + Line(script, a))))),
            [script.Choice("btn.award.give"), .. awards.Count > 0 ? [script.Choice("btn.award.undo"), script.Choice("btn.certs")] : Array.Empty<Option>(), script.Choice("btn.menu")]);
    }

    private static string Line(Script script, KnownAward award) => award.Name.Length == 0 ? Words(script, award.Award) : $"{award.Name} – {Words(script, award.Award)}";

    /// <summary>A choice of those found before, or something new to look for.</summary>
    private static void Find(Script script, DialogState.Awarding awarding, Heard heard)
    {
        if (Chosen(heard.Id) is var (registration, team)) { script.Goto(awarding with { Step = AwardStep.Naming, Registration = registration, Team = team }); return; }
        var found = heard.Text.Length is 0 or > 100 ? [] : script.Know(new Need.Recipients(awarding.Event, heard.Text));
        if (found is [var only]) { script.Goto(awarding with { Step = AwardStep.Naming, Registration = only.Registration, Team = only.Team }); return; }
        if (found.Count == 0) { script.Tell("award.nobody"); script.AskAgain(); return; }
        script.Ask(new Reply.Message(script.Text(found.Count > MostShown ? "award.many" : "award.several"))
        {
            Options = [.. found.Take(MostShown).Select(r => new Option(r.Team is { } of ? $"t:{of.Value:N}" : $"r:{r.Registration!.Value.Value:N}", r.Name) { Description = script.Text(r.Team is null ? "award.number" : "award.team", ("no", r.Number)) }), script.Choice("btn.awards")],
            TakesText = true,
        });
    }

    private static (RegistrationId? Registration, TeamId? Team)? Chosen(string? id) => id is null || id.Length < 2 || !Guid.TryParseExact(id[2..], "N", out var key) ? null
        : id[0] == 't' ? (null, new TeamId(key)) : (new RegistrationId(key), null);

    private static void AskName(Script script, DialogState.Awarding awarding)
    {
        if (Recipient(script, awarding) is not { } to) { script.Goto(awarding with { Step = AwardStep.Listing }); return; }
        script.Ask(new Reply.Message(script.Text("award.what", ("name", to.Name)))
        {
            Options = [.. Enumerable.Range(1, MostPlaces).Select(n => new Option($"rank.{n}", script.Text($"cert.rank.{n}"))), .. Suggested.Select(script.Choice), script.Choice("btn.awards")], TakesText = true,
        });
    }

    private static void Name(Script script, DialogState.Awarding awarding, Heard heard)
    {
        if (Recipient(script, awarding) is not { } to) { script.Goto(awarding with { Step = AwardStep.Listing }); return; }
        var nomination = heard.Id is { } id && Suggested.Contains(id) ? script.Text(id) : Clean(heard.Text);
        int? rank = heard.Id is { } chosen && chosen.StartsWith("rank.", StringComparison.Ordinal) ? chosen[^1] - '0' : nomination is "1" or "2" or "3" ? nomination[0] - '0' : null;
        if (rank is null && nomination.Length is 0 or > LongestNomination) { script.Tell("award.long", ("most", LongestNomination)); script.AskAgain(); return; }
        var award = new AwardName(rank, rank is null ? nomination : null);
        if (script.Know(new Need.Awards(awarding.Event)).Any(a => a.Award == award && a.Name == to.Name)) script.Tell("award.has", ("name", to.Name), ("award", Words(script, award)));
        else
        {
            script.Record(new Fact.AwardGiven(awarding.Event, to.Registration, to.Person, to.Team, award.Rank, award.Nomination));
            script.Tell("award.given", ("name", to.Name), ("award", Words(script, award)));
        }
        script.Ask(script.Text("award.next"), [script.Choice("btn.award.give"), script.Choice("btn.awards"), script.Choice("btn.certs"), script.Choice("btn.menu")]);
        script.Stay(awarding with { Step = AwardStep.Listing, Registration = null, Team = null });
    }

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static KnownRecipient? Recipient(Script script, DialogState.Awarding awarding) => script.Know(new Need.Recipient(awarding.Event, awarding.Registration, awarding.Team));

    private static void AskUndo(Script script, DialogState.Awarding awarding) => script.Ask(script.Text("award.undo"),
        [.. script.Know(new Need.Awards(awarding.Event)).Select(a => new Option($"a:{a.Id.ToString(CultureInfo.InvariantCulture)}", Line(script, a))), script.Choice("btn.awards")]);

    private static void Undo(Script script, DialogState.Awarding awarding, Heard heard)
    {
        if (heard.Id is not { } id || script.Know(new Need.Awards(awarding.Event)).FirstOrDefault(a => id == $"a:{a.Id.ToString(CultureInfo.InvariantCulture)}") is not { } award) { script.Tell("unknown"); script.AskAgain(); return; }
        script.Record(new Fact.AwardUndone(awarding.Event, award.Id));
        script.Tell("award.undone", ("award", Line(script, award)));
        script.Goto(new DialogState.Menu());
    }
}
