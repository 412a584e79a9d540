using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>Owners see who is on the staff and for what, name them, give and take roles, and take invitations back.</summary>
internal sealed class StaffDialog : IDialog
{
    private const int LongestName = 60;
    private const string TakeRole = "take.", Withdraw = "withdraw.";

    /// <summary>"/staff" without a code.</summary>
    public static void Begin(Script script)
    {
        Globals.PutAside(script);
        script.Goto(new DialogState.StaffList());
    }

    public void Open(Script script, DialogState dialog)
    {
        if (!script.May(Right.Own)) { script.Goto(new DialogState.Menu()); return; }
        var all = script.Know(new Need.Colleagues());
        if (dialog is not DialogState.StaffMember card) ShowAll(script, all, script.Know(new Need.Invitations()));
        else if (all.FirstOrDefault(c => c.Chat == card.Member) is { } member) Show(script, card, member, all);
        else script.Goto(new DialogState.StaffList());
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.May(Right.Own) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (dialog is DialogState.StaffMember card) TakeCard(script, card, heard);
        else TakeList(script, heard);
    }

    private static void ShowAll(Script script, IReadOnlyList<KnownColleague> all, IReadOnlyList<KnownInvitation> invitations)
    {
        var lines = all.Select((c, i) => $"{i + 1}. {ColleagueWords.Name(script, all, c.Chat)}{(c.Chat == script.Context.Chat ? " " + script.Text("staff.you") : "")} – {ColleagueWords.Grants(script, c.Access)}");
        var text = script.Text("staff.list", ("n", all.Count), ("list", string.Join("\n", lines)));
        if (invitations.Count > 0) text += "\n" + script.Text("staff.invitations", ("list", string.Join("\n", invitations.Select((i, no) => $"{no + 1}. {ColleagueWords.Grant(script, i.Grant)} – {Dates.UntilBrief(script.Local(i.Until), script.Language)}"))));
        script.Ask(text,
        [
            script.Choice("btn.staff.invite"), .. all.Select(c => new Option(c.Chat.Value.ToString("N"), ColleagueWords.Name(script, all, c.Chat))),
            .. invitations.Select((v, i) => new Option(Withdraw + v.Hash, script.Text("btn.staff.withdraw", ("n", i + 1)))), script.Choice("btn.staff.log"), script.Choice("btn.menu"),
        ]);
    }

    private static void TakeList(Script script, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.staff.invite": script.Goto(new DialogState.StaffInviting(null)); break;
            case "btn.staff.log": script.Goto(new DialogState.StaffLog(null)); break;
            case { } id when id.StartsWith(Withdraw, StringComparison.Ordinal):
                var invitations = script.Know(new Need.Invitations());
                if (invitations.FirstOrDefault(i => i.Hash == id[Withdraw.Length..]) is { } invitation)
                {
                    script.Record(new Fact.InvitationWithdrawn(invitation.Hash));
                    script.Tell("staff.withdrawn");
                    script.Stay(new DialogState.StaffList());
                    ShowAll(script, script.Know(new Need.Colleagues()), [.. invitations.Where(i => i.Hash != invitation.Hash)]);
                }
                else script.Goto(new DialogState.StaffList());
                break;
            case { } id when Guid.TryParseExact(id, "N", out var chat) && script.Know(new Need.Colleagues()).Any(c => c.Chat.Value == chat): script.Goto(new DialogState.StaffMember(new(chat))); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void Show(Script script, DialogState.StaffMember card, KnownColleague member, IReadOnlyList<KnownColleague> all)
    {
        var name = ColleagueWords.Name(script, all, member.Chat);
        if (card.Naming) { script.Ask(new Reply.Message(script.Text("staff.name", ("name", name))) { Options = [script.Choice("btn.back")], TakesText = true }); return; }
        if (card.Removing) { script.Ask(script.Text("staff.remove", ("name", name)), [script.Choice("btn.staff.remove.yes"), script.Choice("btn.back")]); return; }
        var lines = member.Access.Grants.Select((g, i) => $"{i + 1}. {ColleagueWords.Grant(script, g)}");
        script.Ask(script.Text("staff.card", ("name", name), ("date", Dates.Short(DateOnly.FromDateTime(script.Local(member.Since).DateTime))), ("list", string.Join("\n", lines))),
        [
            script.Choice("btn.staff.name"), script.Choice("btn.staff.more"),
            .. member.Access.Grants.Count > 1 ? member.Access.Grants.Select((_, i) => new Option(TakeRole + i.ToString(CultureInfo.InvariantCulture), script.Text("btn.staff.take", ("n", i + 1)))) : [],
            script.Choice("btn.staff.deeds"), script.Choice("btn.staff.remove"), script.Choice("btn.back"), script.Choice("btn.menu"),
        ]);
    }

    private static void TakeCard(Script script, DialogState.StaffMember card, Heard heard)
    {
        var all = script.Know(new Need.Colleagues());
        if (all.FirstOrDefault(c => c.Chat == card.Member) is not { } member) { script.Goto(new DialogState.StaffList()); return; }
        if (heard.Id == "btn.back") { script.Goto(card.Naming || card.Removing ? new DialogState.StaffMember(card.Member) : new DialogState.StaffList()); return; }
        switch (heard.Id)
        {
            case null when card.Naming: Name(script, member, heard.Text); break;
            case "btn.staff.name": script.Goto(card with { Naming = true }); break;
            case "btn.staff.more": script.Goto(new DialogState.StaffInviting(member.Chat)); break;
            case "btn.staff.deeds": script.Goto(new DialogState.StaffLog(member.Chat)); break;
            case "btn.staff.remove": script.Goto(card with { Removing = true }); break;
            case "btn.staff.remove.yes" when card.Removing: Remove(script, member, all, member.Access.Grants); break;
            case { } id when id.StartsWith(TakeRole, StringComparison.Ordinal) && int.TryParse(id[TakeRole.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < member.Access.Grants.Count:
                Remove(script, member, all, [member.Access.Grants[i]]);
                break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static void Name(Script script, KnownColleague member, string text)
    {
        var name = Typed.Tidy(text);
        if (name.Length is 0 or > LongestName || !name.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’' or '.')) { script.Tell("staff.name.wrong", ("max", LongestName)); script.AskAgain(); return; }
        script.Record(new Fact.StaffNamed(member.Chat) { Name = name });
        script.Tell("staff.named", ("name", name));
        script.Stay(new DialogState.StaffMember(member.Chat));
        Show(script, new(member.Chat), member with { Name = name }, [.. script.Know(new Need.Colleagues()).Select(c => c.Chat == member.Chat ? c with { Name = name } : c)]);
    }

    /// <summary>Takes roles; the only owner of everything stays one, or nobody could ever invite again.</summary>
    private static void Remove(Script script, KnownColleague member, IReadOnlyList<KnownColleague> all, IReadOnlyList<StaffGrant> taken)
    {
        var left = new StaffAccess([.. member.Access.Grants.Except(taken)]);
        if (member.Access.May(Right.Own) && !left.May(Right.Own) && all.Count(c => c.Access.May(Right.Own)) == 1) { script.Tell("staff.lastowner"); script.Goto(new DialogState.StaffMember(member.Chat)); return; }
        foreach (var grant in taken) script.Record(new Fact.StaffRemoved(member.Chat, grant.Role, grant.Scope));
        script.Tell(left.IsStaff ? "staff.taken" : "staff.removed", ("name", ColleagueWords.Name(script, all, member.Chat)));
        if (member.Chat == script.Context.Chat && !left.IsStaff) Broadcasts.KeptBroadcast.Forget(script);
        if (member.Chat == script.Context.Chat && !left.MaySome(Right.Advise)) Consultations.KeptClosing.ForgetAll(script);
        if (member.Chat == script.Context.Chat && !left.May(Right.Own)) { script.Goto(new DialogState.Menu()); return; }
        script.Stay(new DialogState.StaffList());
        ShowAll(script, [.. all.Select(c => c.Chat == member.Chat ? c with { Access = left } : c).Where(c => c.Access.IsStaff)], script.Know(new Need.Invitations()));
    }
}
