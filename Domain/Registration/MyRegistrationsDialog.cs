using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Registration;

/// <summary>The person's registrations, and giving one up.</summary>
internal sealed class MyRegistrationsDialog : IDialog
{
    private const string TicketOf = "ticket.", SeatOf = "seat.", AnswersOf = "answers.";

    public void Open(Script script, DialogState dialog)
    {
        if (dialog is DialogState.Cancelling cancelling) { AskCancel(script, cancelling.Registration); return; }
        var mine = Mine(script);
        var teams = script.State.Person is { } owner ? script.Know(new Need.TeamsOf(owner)) : [];
        if (mine.Count + teams.Count == 0)
        {
            script.Tell("mine.none");
            script.Goto(new DialogState.Menu());
            return;
        }
        script.Tell("mine.list", ("list", string.Join("\n", [.. mine.Select(m => Line(script, m)), .. teams.Select(t => script.Text("t.mine.own", ("no", t.Number), ("team", t.Name), ("state", TeamWords.State(script, t))))])));
        var offered = mine.Where(m => m.Registration is { Status: RegistrationStatus.Offered, Team: null }).ToList();
        var tickets = mine.Where(m => Tickets.Has(script, m.Registration, m.Event)).ToList();
        script.Ask(script.Text(offered.Count > 0 ? "mine.ask.offered" : teams.Count > 0 ? "t.mine.ask" : tickets.Count > 0 ? "mine.ask.ticket" : "mine.ask"),
        [
            script.Choice("btn.menu"), .. offered.Select(m => Choice(script, m, SeatOf, "mine.take")),
            .. teams.Select(t => new Option("team." + t.Id.Value.ToString("N"), t.Name) { Description = script.Text("t.mine.open") }),
            .. tickets.Select(m => Choice(script, m, TicketOf, "mine.ticket")), .. mine.Where(m => RegistrationChange.May(script, m.Registration)).Select(m => Choice(script, m, AnswersOf, "mine.change")), .. mine.Select(m => Choice(script, m, "", "mine.cancel")),
        ]);
    }

    private static Option Choice(Script script, (KnownRegistration Registration, EventInfo Event) mine, string does, string words) =>
        new(does + mine.Registration.Id.Value.ToString("N"), script.Text(words, ("event", mine.Event.Title.In(script.Language)))) { Description = script.Text("mine.number", ("no", mine.Registration.Number)) };

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        switch (dialog)
        {
            case DialogState.Cancelling cancelling: TakeCancel(script, cancelling.Registration, heard); break;
            case var _ when heard.Id == "btn.menu": script.Goto(new DialogState.Menu()); break;
            case var _ when heard.Id is { } ticket && ticket.StartsWith(TicketOf, StringComparison.Ordinal) && Guid.TryParseExact(ticket[TicketOf.Length..], "N", out var shown): ShowTicket(script, new(shown)); break;
            case var _ when heard.Id is { } answers && answers.StartsWith(AnswersOf, StringComparison.Ordinal) && Guid.TryParseExact(answers[AnswersOf.Length..], "N", out var changed):
                if (Find(script, new(changed)) is { } mine) RegistrationChange.Begin(script, mine.Registration);
                else script.Goto(new DialogState.MyRegistrations());
                break;
            case var _ when heard.Id is { } seat && seat.StartsWith(SeatOf, StringComparison.Ordinal): TakeSeat(script, seat[SeatOf.Length..]); break;
            case var _ when heard.Id is { } team && team.StartsWith("team.", StringComparison.Ordinal): if (!TeamCardDialog.Open(script, team[5..])) script.AskAgain(); break;
            case var _ when heard.Id is { } id && Guid.TryParseExact(id, "N", out var registration): script.Goto(new DialogState.Cancelling(new(registration))); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void ShowTicket(Script script, RegistrationId id)
    {
        if (Find(script, id) is not { } found || !Tickets.Has(script, found.Registration, found.Event)) { script.Goto(new DialogState.MyRegistrations()); return; }
        Tickets.Give(script, found.Registration, found.Event);
        script.Goto(new DialogState.Menu());
    }

    private static void TakeSeat(Script script, string registration)
    {
        if (OfferAnswers.Take(script, registration, takes: true)) script.Goto(new DialogState.Menu());
        else script.Goto(new DialogState.MyRegistrations());
    }

    private static void AskCancel(Script script, RegistrationId id)
    {
        if (Find(script, id) is not { } found) { script.Goto(new DialogState.MyRegistrations()); return; }
        script.Ask(new Reply.Message(script.Text(GivingUp.IsWaitedFor(script, found.Registration, found.Event) ? "reg.cancel.ask" : "reg.cancel.ask.plain", ("event", found.Event.Title.In(script.Language)))) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });
    }

    private static void TakeCancel(Script script, RegistrationId id, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.yes" when Find(script, id) is { } found && RegistrationMoves.May(found.Registration.Status, RegistrationStatus.Cancelled):
                GivingUp.Take(script, found.Registration, found.Event, MoveReason.ByParticipant);
                script.Goto(new DialogState.Menu());
                break;
            case "btn.no" or "btn.yes": script.Goto(new DialogState.MyRegistrations()); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static (KnownRegistration Registration, EventInfo Event)? Find(Script script, RegistrationId id) =>
        Mine(script).Where(m => m.Registration.Id == id).Select(m => ((KnownRegistration, EventInfo)?)m).FirstOrDefault();

    private static List<(KnownRegistration Registration, EventInfo Event)> Mine(Script script) =>
        script.Person is not { } person ? [] : [.. person.Registrations.Select(r => (r, script.Event(r.Event))).Where(p => p.Item2 is not null).Select(p => (p.r, p.Item2!))];

    private static string Line(Script script, (KnownRegistration Registration, EventInfo Event) mine)
    {
        var line = script.Text("mine.line", ("no", mine.Registration.Number), ("event", mine.Event.Title.In(script.Language)),
            ("date", Dates.Moment(script.Local(mine.Event.StartsAt))), ("place", mine.Event.Place.In(script.Language)));
        if (mine.Registration is { Team: { } id, Status: not RegistrationStatus.Attended } && script.Know(new Need.Team(id)) is { } team)
            line += " " + script.Text("t.mine", ("team", team.Name), ("state", TeamWords.State(script, team)));
        return mine.Registration.Status switch
        {
            RegistrationStatus.WaitingConsent => line + " " + script.Text("mine.waits"),
            RegistrationStatus.Waitlisted when mine.Registration.Team is null => line + " " + script.Text("mine.queue", ("pos", script.Know(new Need.QueuePlace(mine.Registration.Id)))),
            RegistrationStatus.Offered when mine.Registration.Team is null => line + " " + script.Text("mine.offered", ("until", Dates.UntilBrief(script.Local(mine.Registration.OfferedUntil ?? mine.Event.StartsAt), script.Language))),
            RegistrationStatus.Attended => line + " " + script.Text("mine.attended"),
            _ => line,
        };
    }
}
