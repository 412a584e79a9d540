using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Registration;

/// <summary>"I'll be there" or "I can't come", in answer to a reminder or to the news of another date; the second frees the seat.</summary>
internal static class ComingAnswers
{
    /// <summary>The two answers about a registration.</summary>
    public static IReadOnlyList<Option> Options(Script script, RegistrationId id) =>
        [script.Lasting("btn.coming", $"{Actions.Coming}.{id.Value:N}"), script.Lasting("btn.notcoming", $"{Actions.NotComing}.{id.Value:N}")];

    /// <summary>Tells that an event takes place at another time or place.</summary>
    public static void TellMoved(Script script, Notice.Moved moved)
    {
        if (script.Know(new Need.Registration(moved.Registration)) is not { } registration || script.Event(registration.Event) is not { CalledOff: null } e) return;
        var words = Notices.Words(script, e);
        script.Inform(new Reply.Message(script.Text("ev.moved", words)) { Options = Options(script, moved.Registration), Compact = true, Template = ApprovedTemplate.Of(ApprovedTemplate.Moves, words) });
    }

    /// <summary>The person answers; false when the registration is not theirs.</summary>
    public static bool Take(Script script, string about, bool comes)
    {
        if (Actions.Own(script, about) is not { } registration || script.Event(registration.Event) is not { } e) return false;
        if (comes)
        {
            script.Record(new Fact.ComingAnswered(registration.Id, e.Id, registration.Person));
            script.Tell("coming.thanks", Notices.Words(script, e));
        }
        else if (RegistrationMoves.May(registration.Status, RegistrationStatus.Cancelled)) GivingUp.Take(script, registration, e, MoveReason.CannotCome);
        return true;
    }
}
