using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>What members of staff and their roles are called.</summary>
internal static class ColleagueWords
{
    /// <summary>A role as somebody in it is called: «ұйымдастырушы», «организатор».</summary>
    public static string Role(Script script, StaffRole role) => script.Text("role." + role);

    /// <summary>A role and for what it holds.</summary>
    public static string Grant(Script script, StaffGrant grant) => grant.Scope switch
    {
        { Event: { } id } => script.Text("staff.grant", ("role", Role(script, grant.Role)), ("what", script.Event(id)?.Title.In(script.Language) ?? "–")),
        { Project: { } project } => script.Text("staff.grant.project", ("role", Role(script, grant.Role)), ("what", project)),
        _ => Role(script, grant.Role),
    };

    /// <summary>All roles of somebody.</summary>
    public static string Grants(Script script, StaffAccess access) => string.Join(", ", access.Grants.Select(g => Grant(script, g)));

    /// <summary>A colleague's name; who has none is numbered.</summary>
    public static string Name(Script script, IReadOnlyList<KnownColleague> all, ChatId chat)
    {
        for (var i = 0; i < all.Count; i++)
            if (all[i].Chat == chat) return all[i].Name.Length > 0 ? all[i].Name : script.Text("c.hand.nameless", ("n", i + 1));
        return script.Text("staff.former");
    }

    /// <summary>Who can give a right, by name where names are known.</summary>
    public static string Owners(Script script)
    {
        var all = script.Know(new Need.Colleagues());
        var names = all.Where(c => c.Access.May(Right.Own) && c.Name.Length > 0).Select(c => c.Name).Take(3).ToList();
        return names.Count == 0 ? Role(script, StaffRole.Owner) : string.Join(", ", names);
    }
}
