using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>What happened to a team. Numbers are stored: never renumber.</summary>
public enum TeamWhat
{
    /// <summary>Complete and registered.</summary>
    Full = 0,

    /// <summary>Complete, and there are no seats: it waits.</summary>
    Waits = 1,

    /// <summary>A member left.</summary>
    Left = 2,

    /// <summary>Names that were not confirmed are erased.</summary>
    NamesErased = 3,

    /// <summary>Not complete at the end.</summary>
    Incomplete = 4,

    /// <summary>The captain or coach gave it up.</summary>
    GivenUp = 5,

    /// <summary>To a member: somebody else has their place.</summary>
    Replaced = 6,

    /// <summary>Seats are held for all of it.</summary>
    Offered = 7,

    /// <summary>The offer ran out; it waits on.</summary>
    Expired = 8,

    /// <summary>The second offer ran out.</summary>
    Dropped = 9,

    /// <summary>It goes to the next stage.</summary>
    Promoted = 10,

    /// <summary>The captain did not answer about the next stage in time.</summary>
    PromotionExpired = 11,

    /// <summary>Staff took the promotion back.</summary>
    PromotionUndone = 12,

    /// <summary>To staff: a promoted team gave it up or was silent.</summary>
    PromotionOver = 13,

    /// <summary>To a member who answers for the team from now on.</summary>
    Yours = 14,

    /// <summary>To a member: their guardian has agreed.</summary>
    GuardianAgreed = 15,

    /// <summary>To a coach, or a captain who is no member yet: the event takes place at another time or place.</summary>
    Moved = 16,
}

/// <summary>Tells chats what happened to a team.</summary>
internal static class TeamTold
{
    /// <summary>Tells it, if it still holds.</summary>
    public static void Tell(Script script, Notice.TeamNews news)
    {
        if (script.Know(new Need.Team(news.Team)) is not { } team || script.Event(team.Event) is not { } e || IsOver(team, e, news.What)) return;
        var key = news.What switch { TeamWhat.Full => "t.full", TeamWhat.Promoted => "t.promoted", _ => "t.news." + news.What.ToString().ToLowerInvariant() };
        (string, object?)[] words = [.. TeamWords.Of(script, team, e), .. news.What is TeamWhat.Waits ? new (string, object?)[] { ("pos", script.Know(new Need.TeamQueuePlace(team.Id))) } : []];
        script.Inform(new Reply.Message(script.Text(key, words)) { Options = Options(script, team, news.What), Compact = true, Template = Template(script, team, e, news.What) });
    }

    private static bool IsOver(KnownTeam team, EventInfo e, TeamWhat what) => what switch
    {
        TeamWhat.Full => team.Status is not RegistrationStatus.Confirmed,
        TeamWhat.Offered or TeamWhat.Promoted => team.Status is not RegistrationStatus.Offered,
        TeamWhat.Left or TeamWhat.NamesErased or TeamWhat.Yours or TeamWhat.Moved => team.Status is RegistrationStatus.Cancelled || e.CalledOff is not null,
        _ => false,
    };

    /// <summary>Seats for a team are offered by the same template as a seat for one: its variables are the event, with the team, and the last moment.</summary>
    private static ApprovedTemplate? Template(Script script, KnownTeam team, EventInfo e, TeamWhat what) => what is TeamWhat.Offered && team.OfferedUntil is { } until
        ? new(ApprovedTemplate.Offers, [$"{e.Title.In(script.Language)} – {team.Name}", Dates.Moment(script.Local(until))]) : null;

    private static IReadOnlyList<Option> Options(Script script, KnownTeam team, TeamWhat what)
    {
        var id = team.Id.Value.ToString("N");
        return what switch
        {
            TeamWhat.Offered => [script.Lasting("btn.take", $"{Actions.TeamTakes}.{id}"), script.Lasting("btn.pass", $"{Actions.TeamPasses}.{id}")],
            TeamWhat.Promoted => [script.Lasting("btn.willcome", $"{Actions.TeamTakes}.{id}"), script.Lasting("btn.pass", $"{Actions.TeamPasses}.{id}")],
            TeamWhat.Left or TeamWhat.NamesErased or TeamWhat.Yours or TeamWhat.Moved => [script.Lasting("btn.openteam", $"{Actions.Team}.{id}")],
            _ => [],
        };
    }
}
