using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>The captain or coach takes, or gives up, what is held for the team: offered seats, a place in the next stage.</summary>
internal static class TeamAnswers
{
    /// <summary>The answer; false when the team is not theirs.</summary>
    public static bool Take(Script script, string about, bool takes)
    {
        if (!Guid.TryParseExact(about, "N", out var id) || script.Know(new Need.Team(new(id))) is not { } team || team.Owner is null || team.Owner != script.State.Person || script.Event(team.Event) is not { } e) return false;
        if (team.Status is not RegistrationStatus.Offered)
        {
            script.Tell("t.answer.late", ("team", team.Name), ("state", TeamWords.State(script, team)));
            return true;
        }
        if (!takes)
        {
            Move(script, team, RegistrationStatus.Cancelled, MoveReason.Declined);
            script.Tell(team.AwaitsPromotion ? "t.promoted.no" : "t.passed", ("team", team.Name));
        }
        else if (team.AwaitsPromotion) Promote(script, team, e);
        else
        {
            Move(script, team, RegistrationStatus.Confirmed, MoveReason.Accepted);
            script.Tell("t.full", ("team", team.Name), ("no", team.Number));
        }
        return true;
    }

    /// <summary>Records a move of a team.</summary>
    public static void Move(Script script, KnownTeam team, RegistrationStatus to, MoveReason why) => script.Record(new Fact.TeamMoved(team.Id, team.Event, team.Status, to, why));

    /// <summary>The members are registered for the next stage from what they said for this one; consent is to the same text, a guardian's too.</summary>
    private static void Promote(Script script, KnownTeam team, EventInfo e)
    {
        var carried = script.Know(new Need.Carried(team.From!.Value, e.Id)).Where(c => team.Members.Any(m => m.Place == c.Place)).ToList();
        foreach (var member in carried)
        {
            script.Record(new Fact.RegistrationMade(new(script.Context.NewId()), e.Id, member.Person, script.Context.NextNumber(e.Id))
            {
                Status = RegistrationStatus.Offered, Team = team.Id, Member = member.Place, Chat = member.Chat, Ticket = script.Context.NewCode()[..6],
                FormId = member.FormId, FormVersion = member.FormVersion, Answers = member.Answers, Age = Age(script, e, member),
            });
        }
        Move(script, team, carried.Count == team.Members.Count ? RegistrationStatus.Confirmed : RegistrationStatus.Draft, MoveReason.Accepted);
        script.Tell("t.promoted.yes", [.. Notices.Words(script, e), ("team", team.Name), ("no", team.Number), ("ok", carried.Count), ("n", team.Members.Count)]);
    }

    private static int? Age(Script script, EventInfo e, CarriedMember member) =>
        member.Answers.TryGetValue("birth", out var birth) && DateOnly.TryParseExact(birth, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Eligibility.Age(date, DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime)) : null;
}
