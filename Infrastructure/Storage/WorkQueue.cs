namespace GrantBot.Infrastructure.Storage;

/// <summary>What waits to be written, in the order it came. Urgent work wakes the writer at once; the rest waits a moment for company.</summary>
internal sealed class WorkQueue
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private readonly Queue<Work> waiting = new();
    private int urgent;
    private bool closed;

    /// <summary>False once it is closed.</summary>
    public bool Add(Work work)
    {
        lock (waiting)
        {
            if (closed) return false;
            waiting.Enqueue(work);
            if (work.Urgent) urgent++;
            if (urgent == 1 || waiting.Count == 1) Monitor.Pulse(waiting);
            return true;
        }
    }

    /// <summary>The next work, null when none waits.</summary>
    public Work? Take()
    {
        lock (waiting)
        {
            if (!waiting.TryDequeue(out var work)) return null;
            if (work.Urgent) urgent--;
            return work;
        }
    }

    /// <summary>Waits for work; false when it is closed and empty.</summary>
    public bool Wait()
    {
        lock (waiting)
        {
            while (waiting.Count == 0 && !closed) Monitor.Wait(waiting);
            if (urgent == 0 && !closed) Monitor.Wait(waiting, Patience);
            return waiting.Count > 0;
        }
    }

    /// <summary>Takes nothing more; what waits is still written.</summary>
    public void Close()
    {
        lock (waiting)
        {
            closed = true;
            Monitor.Pulse(waiting);
        }
    }
}
