using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Storage.Queries;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// Events in memory, because nearly every turn asks for them. Read again after any fact that may change one, and after two seconds in any case.
/// Free seats may be a moment old: the commit itself guards the last seat.
/// </summary>
internal sealed class EventBook(Databases databases, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private volatile Page? page;
    private int changes;

    /// <summary>All events in the order of their start. What was read while one changed is used once and not kept.</summary>
    public IReadOnlyList<EventInfo> All()
    {
        var now = time.GetTimestamp();
        if (page is { } known && time.GetElapsedTime(known.ReadAt, now) < Fresh) return known.Events;
        var before = Volatile.Read(ref changes);
        var events = databases.Read(KnowledgeReader.Events);
        lock (gate) { if (before == changes) page = new(events, now); }
        return events;
    }

    /// <summary>One event; null = there is none such.</summary>
    public EventInfo? Find(Domain.EventId id) => All().FirstOrDefault(e => e.Id == id);

    /// <summary>Facts were committed, or a decision did not hold.</summary>
    public void Changed(IReadOnlyList<Fact> facts)
    {
        if (!facts.Any(f => f is Fact.RegistrationMade or Fact.RegistrationChanged or Fact.RegistrationMoved or Fact.GuardianAnswered or Fact.ConsentWithdrawn
            or Fact.TeamMade or Fact.TeamMoved or Fact.TeamMemberNamed or Fact.TeamNamesErased or Fact.TeamPromoted
            or Fact.EventSet or Fact.PlanChanged or Fact.PlanUndone or Fact.PeopleImported or Fact.ImportUndone or Fact.MergeUndone)) return;
        lock (gate) { changes++; page = null; }
    }

    private sealed record Page(IReadOnlyList<EventInfo> Events, long ReadAt);
}
