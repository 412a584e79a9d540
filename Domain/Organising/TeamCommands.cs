using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Organising;

/// <summary>What staff ask about teams and series: /team EVENT, /promote EVENT TEAM, /stage SERIES.</summary>
internal static class TeamCommands
{
    /// <summary>The teams of an event; without one, of the only tournament there is.</summary>
    public static void Teams(Script script, string query)
    {
        var tournaments = script.EventsFor(Right.CheckIn).Where(e => e.TeamSize is not null).ToList();
        if (query.Length == 0 && tournaments is not [_]) { EventChoice.Begin(script, "team"); return; }
        if ((query.Length == 0 ? tournaments[0] : StaffCommands.OneEvent(script, query, Right.CheckIn, "team")) is not { } e) return;
        if (e.TeamSize is null) { script.Tell("s.team.none", ("event", e.Title.In(script.Language))); return; }
        Globals.PutAside(script);
        script.Goto(new DialogState.TeamList(e.Id));
    }

    /// <summary>Sends a team, named by number or name, to the next stage.</summary>
    public static void Promote(Script script, string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) { script.Tell("s.promote.how"); return; }
        if (StaffCommands.OneEvent(script, rest[..space], Right.Organise) is not { } e) return;
        if (Find(script.Know(new Need.Teams(e.Id)), rest[(space + 1)..].Trim()) is { } team) Promotions.Promote(script, team, e);
        else script.Tell("s.promote.noteam", ("event", e.Title.In(script.Language)));
    }

    /// <summary>A series stage by stage: where, how many teams, who goes on, which territories have nobody yet.</summary>
    public static void Stages(Script script, string query)
    {
        var all = script.EventsFor(Right.CheckIn).Where(e => e.Series is not null).Select(e => e.Series!).Distinct(StringComparer.Ordinal).ToList();
        var series = query.Length == 0 && all is [var only] ? only : all.Find(s => Fold.Same(s, query));
        if (series is null) { script.Tell("s.stage.which", ("list", all.Count == 0 ? "–" : string.Join(", ", all))); return; }
        var teams = script.Know(new Need.SeriesTeams(series));
        var lines = new List<string> { script.Text("s.stage.head", ("series", series), ("time", Dates.Moment(script.Local(script.Context.Now)))) };
        foreach (var stage in script.Events.Where(e => e.Series == series).GroupBy(e => e.Stage).OrderBy(g => g.Key))
        {
            lines.Add(script.Text("s.stage.stage", ("n", stage.Key)));
            lines.AddRange(stage.Select(e => Line(script, e, teams)));
            var missing = stage.Where(e => e.Territory is not null && !Goers(e, teams).Any()).Select(e => script.Text("ter." + e.Territory)).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count > 0 && script.Events.Any(e => e.Series == series && e.Stage == stage.Key + 1)) lines.Add(script.Text("s.stage.missing", ("list", string.Join(", ", missing))));
        }
        script.Say(string.Join("\n", lines));
    }

    private static string Line(Script script, EventInfo e, IReadOnlyList<KnownTeam> teams)
    {
        var where = e.Territory is { } territory ? script.Text("ter." + territory) : e.Place.In(script.Language);
        var line = script.Text("s.stage.event", ("place", where), ("date", Dates.Short(DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime))), ("event", e.Title.In(script.Language)), ("n", teams.Count(t => t.Event == e.Id)));
        foreach (var (from, to) in Goers(e, teams)) line += "\n  → " + script.Text(to.AwaitsPromotion ? "s.stage.asked" : "s.stage.goes", ("team", from.Name));
        return line;
    }

    private static IEnumerable<(KnownTeam From, KnownTeam To)> Goers(EventInfo e, IReadOnlyList<KnownTeam> teams) =>
        from to in teams where to.From is not null join team in teams on to.From equals team.Id where team.Event == e.Id select (team, to);

    private static KnownTeam? Find(IReadOnlyList<KnownTeam> teams, string query)
    {
        if (int.TryParse(query.TrimStart('№', '#', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return teams.FirstOrDefault(t => t.Number == number);
        return Labels.Find(query, [.. teams.Select(t => (IReadOnlyList<string>)[t.Name])]) is >= 0 and var at ? teams[at] : null;
    }
}
