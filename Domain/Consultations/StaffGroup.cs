using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Consultations;

/// <summary>
/// The group where staff advise together. It becomes the staff group by a one-time code of an owner; any other group is left after an hour.
/// In it the bot hears its command, presses on its buttons, what is written in a request's topic and answers to what the bot said there.
/// </summary>
internal static class StaffGroup
{
    private const string Command = "/staffgroup";
    private static readonly TimeSpan CodeLives = TimeSpan.FromHours(1), Patience = TimeSpan.FromHours(1);

    /// <summary>Everything that happens in a group, or is to be told there.</summary>
    public static TurnResult.Decided Take(Script script, Delivery delivery)
    {
        script.Stay(new DialogState.InGroup());
        GroupSpot? spot = null;
        if (delivery.Content is Inbound.Told told) GroupTold.Tell(script, told.Notice);
        else if (delivery.Group is { } group)
        {
            spot = new(group.Topic, group.Topic is null ? delivery.MessageId : null);
            Hear(script, delivery, group);
        }
        var decided = script.End(null);
        return decided with { Replies = [.. decided.Replies.Select(r => r is Reply.Message or Reply.File && r.At is null ? r with { At = spot } : r)] };
    }

    /// <summary>An owner wants a group to become the staff group.</summary>
    public static void Invite(Script script)
    {
        var code = script.Context.NewCode();
        script.Record(new Fact.GroupInvited(Secret.Hash(code), script.Language, script.Context.Now + CodeLives));
        script.Tell("g.invite", ("command", Command + " " + code));
    }

    /// <summary>Whether it is the command that makes a group the staff group.</summary>
    public static bool IsCommand(Inbound content) => content is Inbound.Text { Value: var text } && (text == Command || text.StartsWith(Command + " ", StringComparison.Ordinal));

    /// <summary>Whether this chat is the staff group.</summary>
    public static bool IsLinked(Script script) => script.Know(new Need.StaffGroup()) is { } known && known.Chat == script.Context.Chat;

    /// <summary>Whether who acts here may advise.</summary>
    public static bool MayAdvise(Script script) => script.MaySome(Right.Advise);

    /// <summary>What the person said, as it stands in the group: without a name.</summary>
    public static Reply.Message Words(Script script, KnownConsultation c, KnownLine line) =>
        new(script.Text("g.said", ("no", c.Number), ("text", line.Text))) { As = new(SentKind.Line, line.Id), At = GroupTold.Spot(script, c.Number) };

    private static void Hear(Script script, Delivery delivery, GroupAct group)
    {
        var known = script.Know(new Need.StaffGroup());
        var linked = known?.Chat == script.Context.Chat;
        switch (delivery.Content)
        {
            case Inbound.Returned when !linked:
                if (script.State.Language is null && delivery.ClientLanguage is { } own && Texts.Languages.Contains(own)) script.Remember(s => s with { Language = own }); // of who added the bot
                Meet(script);
                break;
            case Inbound.Left: script.Record(linked ? new Fact.GroupLost() : new Fact.ChatLeft()); break;
            case Inbound.Moved moved: script.Record(new Fact.GroupMoved(moved.To.Value)); break;
            case Inbound.Text { Value: var text } when IsCommand(delivery.Content): Link(script, text[Command.Length..].Trim(), group); break;
            case var _ when !linked: break;
            case Inbound.Press press: Press(script, press, group); break;
            case Inbound.Edited or Inbound.Removed: Corrections.Take(script, delivery.Content); break;
            case Inbound.Text or Inbound.File: Answer(script, delivery, group); break;
            default: break; // stickers, what Telegram itself says of the group
        }
        if (linked && known!.IsForum != group.IsForum && delivery.Content is Inbound.Text or Inbound.File or Inbound.Press) script.Record(new Fact.GroupChanged(group.IsForum));
    }

    private static void Meet(Script script)
    {
        script.Record(new Fact.GroupMet(script.Context.Now + Patience));
        script.Tell("g.hello", ("org", script.Context.Organisation.Name), ("command", Command));
    }

    private static void Link(Script script, string code, GroupAct group)
    {
        var hash = Secret.Hash(code);
        if (code.Length is 0 or > 64 || script.Know(new Need.GroupCode(hash)) is not { } language) { script.Tell("g.code"); return; }
        script.Remember(s => s with { Language = language });
        script.Record(new Fact.GroupLinked(hash, group.IsForum));
        script.Tell(group.IsForum ? "g.linked.forum" : "g.linked");
    }

    /// <summary>Take, on a card. Everybody in the group sees the buttons; whoever may not is told so quietly.</summary>
    private static void Press(Script script, Inbound.Press press, GroupAct group)
    {
        var c = ButtonToken.Read(press.Token) is ButtonToken.Action(var id) && id.StartsWith(ConsultationEntry.Action("take") + ".", StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(id.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? script.Know(new Need.Consultation(number)) : null;
        var said = c switch
        {
            _ when !MayAdvise(script) => script.Text("g.notstaff"),
            null => script.Text("late"),
            { IsErased: true } => script.Text("g.erased", ("no", c.Number)),
            { Status: ConsultationStatus.Closed } => script.Text("c.closed", ("no", c.Number)),
            { Status: ConsultationStatus.Taken } when c.Owner != script.Context.By => script.Text("c.taken.other", ("no", c.Number), ("name", ConsultationWords.Owner(script, c))),
            _ => script.Text("c.taken", ("no", c.Number)),
        };
        if (MayAdvise(script) && c is { Status: ConsultationStatus.Waiting }) script.Record(new Fact.ConsultationTaken(c.Number));
        if (group.Press is { } asked) script.Add(new Reply.Hint(asked, said));
    }

    /// <summary>Written in a request's topic, or in answer to its card or to what the person said: the person reads it. Whoever writes first takes it.</summary>
    private static void Answer(Script script, Delivery delivery, GroupAct group)
    {
        if (group.Topic is null && delivery.ReplyTo is null) return;
        if (script.Know(new Need.CardAt(group.Topic, delivery.ReplyTo)) is not { } number || script.Know(new Need.Consultation(number)) is not { } c) return;
        if (!MayAdvise(script)) { script.Tell("g.notpassed"); return; }
        if (!c.IsOpen) { script.Tell(c.IsErased ? "g.erased" : "g.over", ("no", c.Number)); return; }
        var (text, reply) = (delivery.Content switch { Inbound.Text t => t.Value.Trim(), Inbound.File f => f.Caption?.Trim() ?? "", _ => "" }, group.Topic is null && delivery.Content is not Inbound.Text { Value: Corrections.Command } ? null : delivery.ReplyTo);
        if (Passing.Read(script, new Heard(delivery.Content, null, text) { Message = delivery.MessageId, ReplyTo = reply }, c, byPerson: false) is not { } said) return;
        if (c.Status is ConsultationStatus.Waiting) script.Record(new Fact.ConsultationTaken(c.Number));
        AdvisingDialog.Pass(script, c, said.Text, said.File, delivery.MessageId);
    }
}
