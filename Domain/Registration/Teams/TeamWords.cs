using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration.Teams;

/// <summary>Teams in words.</summary>
internal static class TeamWords
{
    /// <summary>Given name and the first letter of the surname.</summary>
    public static string Shy(KnownMember member) => member.Surname.Length > 0 ? $"{member.Given} {char.ToUpperInvariant(member.Surname[0])}." : member.Given;

    /// <summary>Where a team stands: "2 of 3", its place in the queue, until when seats are held.</summary>
    public static string State(Script script, KnownTeam team) => team.Status switch
    {
        RegistrationStatus.Confirmed => script.Text("t.state.full", Count(team)),
        RegistrationStatus.Waitlisted => script.Text("t.state.waits", ("pos", script.Know(new Need.TeamQueuePlace(team.Id)))),
        RegistrationStatus.Offered => script.Text(team.AwaitsPromotion ? "t.state.promoted" : "t.state.offered", ("until", Dates.UntilBrief(script.Local(team.OfferedUntil ?? script.Context.Now), script.Language))),
        RegistrationStatus.Cancelled => script.Text("t.state.gone"),
        _ => script.Text("t.state.draft", Count(team)),
    };

    /// <summary>The members, one a line; phones for those who may see them.</summary>
    public static string Members(Script script, KnownTeam team, bool phones) => string.Join("\n", team.Members.Select((m, i) =>
    {
        var name = PersonName.Full(m.Surname, m.Given, null);
        var line = $"{i + 1}. {(name.Length > 0 ? name : script.Text("t.m.nobody"))}";
        if (phones && m.Phone.Length > 0) line += ", " + PhoneType.Show(m.Phone);
        if (m.Captain) line += $" ({script.Text("t.m.captain")})";
        return m.Standing is MemberStanding.Open ? line : $"{line} – {Standing(script, m)}";
    }));

    /// <summary>Where a member stands.</summary>
    public static string Standing(Script script, KnownMember member) => script.Text(member.Standing switch
    {
        MemberStanding.Ready => "t.m.ready",
        MemberStanding.Waiting => "t.m.waits",
        MemberStanding.Named => "t.m.named",
        _ => "t.m.nobody",
    });

    /// <summary>What texts about a team name.</summary>
    public static (string, object?)[] Of(Script script, KnownTeam team, EventInfo e) =>
    [
        .. Notices.Words(script, e), ("team", team.Name), ("no", team.Number), .. Count(team), ("phone", script.Context.Organisation.Phone),
        ("deadline", Dates.Until(script.Local(team.OfferedUntil ?? TeamRules.ChangesUntil(e)), script.Language)), ("until", Dates.UntilBrief(script.Local(team.OfferedUntil ?? TeamRules.ChangesUntil(e)), script.Language)),
    ];

    private static (string, object?)[] Count(KnownTeam team) => [("ok", team.Ready), ("n", team.Members.Count)];
}
