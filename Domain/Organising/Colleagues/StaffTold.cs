using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>What staff are told when an owner changed their roles, and owners when somebody came.</summary>
internal static class StaffTold
{
    /// <summary>What the roles of this chat are now.</summary>
    public static void Tell(Script script)
    {
        var access = script.Access;
        if (!access.IsStaff) script.Inform(script.Text("staff.out"));
        else script.Inform(script.Text("staff.changed", ("role", ColleagueWords.Grants(script, access))));
    }

    /// <summary>Somebody used an invitation of this owner: here they can be given a name.</summary>
    public static void TellCame(Script script, ChatId member)
    {
        if (!script.May(Right.Own)) return;
        var all = script.Know(new Need.Colleagues());
        if (all.FirstOrDefault(c => c.Chat == member) is { } colleague)
            script.Inform(script.Text("staff.came", ("name", ColleagueWords.Name(script, all, member)), ("role", ColleagueWords.Grants(script, colleague.Access))), script.Lasting("btn.staff.name", $"{Actions.Colleague}.{member.Value:N}"));
    }

    /// <summary>The button below; false when they are not on the staff any more.</summary>
    public static bool Press(Script script, string about)
    {
        if (!script.May(Right.Own) || !Guid.TryParseExact(about, "N", out var id) || script.Know(new Need.Colleagues()).All(c => c.Chat.Value != id)) return false;
        Globals.PutAside(script);
        script.Goto(new DialogState.StaffMember(new(id), Naming: true));
        return true;
    }
}
