using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Counting;

/// <summary>What a member of staff may have counted: who sees one event asks about that alone, and the answer says so.</summary>
internal static class CountScope
{
    /// <summary>The question as far as this chat may ask it; null when it may not at all.</summary>
    public static CountQuestion? Of(Script script, CountQuestion question)
    {
        if (script.May(Right.Count)) return question;
        List<EventId> events = [.. script.EventsFor(Right.Count).Select(e => e.Id).Where(id => question.Events.Count == 0 || question.Events.Contains(id))];
        return events.Count == 0 ? null : question with { Events = events };
    }

    /// <summary>Whether this chat may see who stands behind a number.</summary>
    public static bool MayList(Script script, CountQuestion question) => script.May(Right.Organise) || (question.Events.Count > 0 && question.Events.All(id => script.May(Right.Organise, id)));
}
