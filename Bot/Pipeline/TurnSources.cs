using System.Security.Cryptography;
using GrantBot.Domain;
using EventId = GrantBot.Domain.EventId;

namespace GrantBot.Bot.Pipeline;

/// <summary>Ids, codes and numbers for one turn. A turn that is taken again, because it lacked knowledge, gets the same ones again.</summary>
internal sealed class TurnSources(DateTimeOffset now, Func<EventId, int> nextNumber)
{
    private readonly List<Guid> ids = [];
    private readonly List<string> codes = [];
    private readonly List<(EventId Event, int Number)> numbers = [];
    private int idsTaken, codesTaken, numbersTaken;

    /// <summary>Begins anew.</summary>
    public void Rewind() => idsTaken = codesTaken = numbersTaken = 0;

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

    /// <summary>Numbers taken, the last one first: so they can be given back.</summary>
    public IEnumerable<(EventId Event, int Number)> Numbers => numbers.AsEnumerable().Reverse();

    public int NextNumber(EventId id)
    {
        if (numbersTaken == numbers.Count || numbers[numbersTaken].Event != id) numbers.Insert(numbersTaken, (id, nextNumber(id)));
        return numbers[numbersTaken++].Number;
    }
}
