using System.Collections.Concurrent;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>What goes wrong with a call. A closed family.</summary>
public abstract record Fault
{
    private Fault() { }

    /// <summary>The API answers with this refusal and does nothing.</summary>
    public sealed record Answer(GraphFault With) : Fault;

    /// <summary>HTTP 502 with a page instead of JSON.</summary>
    public sealed record BadGateway : Fault;

    /// <summary>The connection breaks before anything is done.</summary>
    public sealed record Drop : Fault;

    /// <summary>The call is done, but its answer is lost.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>The call takes this much longer.</summary>
    public sealed record Delay(TimeSpan By) : Fault;

    /// <summary>HTTP 500 with code 131000.</summary>
    public static Fault Error500 { get; } = new Answer(GraphFault.ServerError);
}

/// <summary>The calls of the API that faults are planned for.</summary>
public enum ApiCall { Message, Read, Media }

/// <summary>Faults waiting for the next calls.</summary>
internal sealed class FaultPlan
{
    private readonly ConcurrentQueue<Fault>[] waiting = [new(), new(), new()];

    public void Add(ApiCall call, int count, Fault fault)
    {
        for (var i = 0; i < count; i++) waiting[(int)call].Enqueue(fault);
    }

    public Fault? Next(ApiCall call) => waiting[(int)call].TryDequeue(out var fault) ? fault : null;
}
