using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.CheckIn;

/// <summary>The desk (тіркеу үстелі, стол регистрации) in a chat: who has come, by team; names to tap or to search; what else is done there.</summary>
internal sealed class DeskDialog : IDialog
{
    /// <summary>Names offered at once; the others are found by typing.</summary>
    private const int MostNames = 30;

    private const int MostTeams = 30;
    private const string ToSession = "session.";

    public void Open(Script script, DialogState dialog)
    {
        var desk = (DialogState.Desk)dialog;
        if (script.May(Right.CheckIn, desk.Event)) script.Record(new Fact.PeopleSeen("desk", desk.Event));
        Show(script, desk, []);
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var desk = (DialogState.Desk)dialog;
        if (script.Event(desk.Event) is not { } e || !StaffMay(script, e)) { script.Goto(new DialogState.Menu()); return; }
        switch (heard.Id)
        {
            case "btn.menu": script.Goto(new DialogState.Menu()); break;
            case "btn.desk": script.Goto(desk); break;
            case "btn.walkin": script.Goto(new DialogState.WalkIn(e.Id, Desks.Session(script, desk, e))); break;
            case "btn.deskpage": Page(script, e); break;
            case "btn.poster": Poster(script, e, Desks.Session(script, desk, e)); break;
            case { } other when other.StartsWith(ToSession, StringComparison.Ordinal): Choose(script, desk, other[ToSession.Length..]); break;
            case { } id when Guid.TryParseExact(id, "N", out var registration): Tap(script, e, desk, new(registration)); break;
            case null when heard.Text.Length > 0: Search(script, e, desk, heard.Text); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Finds people by a number, a ticket's code or a name, as /in does too.</summary>
    public static void Search(Script script, EventInfo e, DialogState.Desk desk, string text)
    {
        if (!Desks.Opens(script, e)) { script.Goto(new DialogState.Menu()); return; }
        var guests = script.Know(new Need.Guests(e.Id, Desks.Session(script, desk, e)));
        if (GuestSearch.Exact(guests, text) is { } exact && script.Know(new Need.Registration(exact.Id)) is { } holder)
        {
            Desks.CheckIn(script, e, desk, holder, exact.Ticket is { } t && TicketToken.Code(text) == t ? CheckInWay.Ticket : CheckInWay.List);
            return;
        }
        script.Stay(desk);
        var found = GuestSearch.ByName(guests, text);
        var heading = found.Count == 0 ? script.Text("desk.nobody", ("x", text.Length > 40 ? text[..40] : text)) : script.Text("desk.found", ("n", found.Count));
        script.Ask(new Reply.Message(heading) { Options = [.. found.Take(MostNames).Select(g => Name(script, g)), script.Choice("btn.desk"), script.Choice("btn.walkin"), script.Choice("btn.menu")], TakesText = true });
    }

    /// <summary>Whether the chat's role lets it work at the door; it may have been taken away meanwhile.</summary>
    private static bool StaffMay(Script script, EventInfo e) => script.May(Right.CheckIn, e);

    /// <summary>Another session, chosen today.</summary>
    private static void Choose(Script script, DialogState.Desk desk, string session)
    {
        script.Remember(s => s with { AskedAt = script.Context.Now });
        script.Goto(desk with { Session = session });
    }

    private static void Tap(Script script, EventInfo e, DialogState.Desk desk, RegistrationId id)
    {
        if (!Desks.Opens(script, e)) { script.Goto(new DialogState.Menu()); return; }
        if (script.Know(new Need.Registration(id)) is not { } holder || holder.Event != e.Id) { script.Tell("desk.gone"); script.Goto(desk); return; }
        var known = script.Know(new Need.Guests(e.Id, Desks.Session(script, desk, e))).Any(g => g.Id == id && g.CameAt is null);
        Show(script, desk, Desks.Say(script, e, Desks.Session(script, desk, e), holder, CheckInWay.List), known ? id : null);
    }

    /// <param name="script">The turn.</param>
    /// <param name="desk">Where.</param>
    /// <param name="undo">What the last check-in offers.</param>
    /// <param name="just">Who came in this very turn and is not yet known to have.</param>
    private static void Show(Script script, DialogState.Desk desk, IReadOnlyList<Option> undo, RegistrationId? just = null)
    {
        if (script.Event(desk.Event) is not { } e || !StaffMay(script, e)) { script.Goto(new DialogState.Menu()); return; }
        var session = Desks.Session(script, desk, e);
        var guests = script.Know(new Need.Guests(e.Id, session));
        bool Came(KnownGuest g) => g.CameAt is not null || g.Id == just;
        var missing = guests.Where(g => !Came(g)).ToList();
        script.Ask(new Reply.Message(string.Join("\n\n", Lines(script, e, session, guests, Came, missing.Count)))
        {
            Options = [.. undo, script.Choice("btn.walkin"), script.Choice("btn.deskpage"), script.Choice("btn.poster"), .. e.Sessions.Where(s => s.Code != session).Select(s => new Option(ToSession + s.Code, s.Title.In(script.Language))),
                .. missing.Take(MostNames).Select(g => Name(script, g)), script.Choice("btn.menu")],
            TakesText = true,
        });
    }

    private static IEnumerable<string> Lines(Script script, EventInfo e, string session, IReadOnlyList<KnownGuest> guests, Func<KnownGuest, bool> came, int missing)
    {
        var title = e.Title.In(script.Language) + (session.Length > 0 ? " – " + CheckIns.Title(script, e, session) : "");
        yield return script.Text("desk.head", ("event", title), ("n", guests.Count(came)), ("all", guests.Count));
        var teams = guests.Where(g => g.Team is not null).GroupBy(g => g.Team!, StringComparer.Ordinal).OrderBy(g => g.Key, KazakhOrder.Comparer).ToList();
        if (teams.Count > 0)
        {
            var lines = teams.Take(MostTeams).Select(t => script.Text("desk.team", ("team", t.Key), ("n", t.Count(came)), ("all", t.Count())));
            if (teams.Count > MostTeams) lines = lines.Append("…");
            if (guests.Where(g => g.Team is null).ToList() is { Count: > 0 } alone) lines = lines.Append(script.Text("desk.team", ("team", script.Text("desk.alone")), ("n", alone.Count(came)), ("all", alone.Count)));
            yield return string.Join("\n", lines);
        }
        yield return guests.Count == 0 ? script.Text("desk.none") : missing == 0 ? script.Text("desk.all") : script.Text("desk.ask", ("n", missing));
    }

    private static Option Name(Script script, KnownGuest guest) => new(guest.Id.Value.ToString("N"), guest.FullName)
    {
        Description = guest.CameAt is { } at ? script.Text("desk.came", ("no", guest.Number), ("time", CheckIns.Time(script, at)))
            : guest.Team is { } team ? script.Text("desk.number.team", ("no", guest.Number), ("team", team)) : script.Text("mine.number", ("no", guest.Number)),
    };

    private static void Page(Script script, EventInfo e)
    {
        var code = script.Context.NewCode();
        var expires = script.Context.Now + DeskCommands.LinkLives;
        if (script.Context.Page("desk/#" + code) is not { } link) { script.Tell("desk.nopage"); script.AskAgain(); return; }
        script.Record(new Fact.DeskInvited(e.Id, Secret.Hash(code), expires));
        script.Tell("desk.link", ("link", link), ("min", (int)DeskCommands.LinkLives.TotalMinutes));
        script.AskAgain();
    }

    private static void Poster(Script script, EventInfo e, string session)
    {
        var day = DoorHours.CodeDay(e, session, script.Context.Now, script.Context.Zone);
        script.Record(new Fact.PosterAsked(e.Id, session, day, script.Language));
        DeskCommands.TellCode(script, e, session);
        script.AskAgain();
    }
}
