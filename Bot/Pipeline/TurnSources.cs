using System.Security.Cryptography;
using GrantBot.Domain;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Pipeline;

/// <summary>Ids, codes and numbers for one turn. A turn that is taken again, because it lacked knowledge, gets the same ones again.</summary>
internal sealed class TurnSources(DateTimeOffset now, Func<EventId, int> nextNumber)
{
    private readonly List<Guid> ids = [];
    private readonly List<string> codes = [];
    private readonly Dictionary<EventId, int> numbers = [];
    private int idsTaken, codesTaken;

    /// <summary>Begins anew.</summary>
    public void Rewind() => idsTaken = codesTaken = 0;

    public Guid NewId()
    {
        if (idsTaken == ids.Count) ids.Add(Ids.New(now));
        return ids[idsTaken++];
    }

    /// <summary>Twelve letters and digits without 0, O, 1, I: 60 bits.</summary>
    public string NewCode()
    {
        if (codesTaken == codes.Count) codes.Add(RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12));
        return codes[codesTaken++];
    }

    /// <summary>Numbers taken.</summary>
    public IReadOnlyDictionary<EventId, int> Numbers => numbers;

    public int NextNumber(EventId id) => numbers.TryGetValue(id, out var taken) ? taken : numbers[id] = nextNumber(id);
}
