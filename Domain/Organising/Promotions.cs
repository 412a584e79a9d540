using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Organising;

/// <summary>Winners of a stage go on to the next (жолдама, путёвка); until the captain answers, seats are held and staff may take it back.</summary>
internal static class Promotions
{
    /// <summary>How long a captain may think.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromHours(72);

    /// <summary>Sends a team to the next stage, or says why not.</summary>
    public static void Promote(Script script, KnownTeam team, EventInfo e)
    {
        if (TeamRules.Next(script.Events, e, script.Context.Now) is not { } next) script.Tell("s.promote.nonext", ("event", e.Title.In(script.Language)));
        else if (team.Status is not RegistrationStatus.Confirmed) script.Tell("s.promote.state", ("team", team.Name), ("state", TeamWords.State(script, team)));
        else if (script.Know(new Need.Teams(next.Id)).FirstOrDefault(t => t.From == team.Id) is { } there) script.Tell("s.promote.already", ("team", team.Name), ("event", next.Title.In(script.Language)), ("state", TeamWords.State(script, there)));
        else if (next.Free < team.Members.Count) script.Tell("s.promote.full", ("event", next.Title.In(script.Language)), ("free", next.Free), ("n", team.Members.Count));
        else Record(script, team, next);
    }

    /// <summary>Takes a promotion back while its captain has not answered; false when there is no such team.</summary>
    public static bool Undo(Script script, string about)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || script.Know(new Need.Team(new(id))) is not { From: not null } team || !script.May(Right.Organise, team.Event)) return false;
        if (!team.AwaitsPromotion) script.Tell("s.promote.late", ("team", team.Name), ("state", TeamWords.State(script, team)));
        else
        {
            TeamAnswers.Move(script, team, RegistrationStatus.Cancelled, MoveReason.ByStaff);
            script.Tell("s.promote.undone", ("team", team.Name));
        }
        return true;
    }

    private static void Record(Script script, KnownTeam team, EventInfo next)
    {
        var last = script.Context.Now < next.ClosesAt ? next.ClosesAt : next.StartsAt;
        var until = script.Context.Now + AnswerTime < last ? script.Context.Now + AnswerTime : last;
        var promoted = new Fact.TeamPromoted(new(script.Context.NewId()), next.Id, team.Id, script.Context.NextNumber(next.Id)) { Code = TeamCode.New(script), Name = Name(script, team, next), Until = until };
        script.Record(promoted);
        script.Inform(script.Text(team.Reachable ? "s.promote.done" : "s.promote.unreachable", ("team", team.Name), ("event", next.Title.In(script.Language)), ("until", Dates.UntilBrief(script.Local(until), script.Language))),
            script.Lasting("btn.undo", $"{Actions.Unpromote}.{promoted.Team.Value:N}"));
    }

    /// <summary>Teams of different territories may bear one name.</summary>
    private static string Name(Script script, KnownTeam team, EventInfo next)
    {
        if (!script.Know(new Need.TeamNamed(next.Id, Fold.Text(team.Name)))) return team.Name;
        var local = team.Territory is { } territory ? $"{team.Name} ({script.Text("ter." + territory)})" : team.Name + " 2";
        return script.Know(new Need.TeamNamed(next.Id, Fold.Text(local))) ? $"{local} № {team.Number}" : local;
    }
}
