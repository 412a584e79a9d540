using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.CheckIn;

/// <summary>Tickets: a participant asks for theirs, staff open one by its link.</summary>
internal static class Tickets
{
    /// <summary>Whether a registration has a ticket to show.</summary>
    public static bool Has(Script script, KnownRegistration registration, EventInfo e) =>
        registration is { Ticket: not null } && registration.Status.IsConfirmed() && e.CalledOff is null && script.Context.Now <= e.EndsAt;

    /// <summary>Says the code and has the picture sent.</summary>
    public static void Give(Script script, KnownRegistration registration, EventInfo e)
    {
        script.Tell("ticket.yours", ("event", e.Title.In(script.Language)), ("code", registration.Ticket));
        script.Record(new Fact.TicketAsked(registration.Id, registration.Person, script.Language));
    }

    /// <summary>Follows the link in a ticket: staff check its holder in, anybody else learns what it is.</summary>
    public static void Follow(Script script, string text)
    {
        if (!script.MaySome(Right.CheckIn))
        {
            script.Tell("ticket.show");
            script.Goto(new DialogState.Menu());
            return;
        }
        if (TicketToken.Read(text) is not { } token || script.Events.FirstOrDefault(e => DoorKey.Tag(e.Id) == token.Tag) is not { } e) Refuse(script, "desk.foreign");
        else if (!script.Know(new Need.DoorSecret(e.Id)).Made(token)) Refuse(script, "desk.forged");
        else if (!script.May(Right.CheckIn, e)) { Organising.StaffCommands.Deny(script, Right.CheckIn); script.Goto(new DialogState.Menu()); }
        else Scan(script, e, token.Ticket);
    }

    private static void Scan(Script script, EventInfo e, string ticket)
    {
        var desk = script.State.Dialog is DialogState.Desk open && open.Event == e.Id ? open : new DialogState.Desk(e.Id);
        if (!Desks.Opens(script, e)) script.Goto(new DialogState.Menu());
        else if (script.Know(new Need.TicketHolder(e.Id, ticket)) is { } holder) Desks.CheckIn(script, e, desk, holder, CheckInWay.Ticket);
        else Refuse(script, "desk.gone");
    }

    private static void Refuse(Script script, string key)
    {
        script.Say(script.Text(key));
        if (script.State.Dialog is DialogState.Desk desk) Desks.AskNext(script, desk, []);
        else script.Goto(new DialogState.Menu());
    }
}
