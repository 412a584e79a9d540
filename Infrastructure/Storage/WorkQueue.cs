namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// What waits to be written, in the order it came; only marks of sent replies go first, since a crash before a mark is durable repeats the reply.
/// </summary>
internal sealed class WorkQueue
{
    private readonly Queue<Work> marks = new(), others = new();
    private bool closed;

    /// <summary>False once it is closed.</summary>
    public bool Add(Work work)
    {
        lock (marks)
        {
            if (closed) return false;
            (work is Work.MarkSent ? marks : others).Enqueue(work);
            if (marks.Count + others.Count == 1) Monitor.Pulse(marks);
            return true;
        }
    }

    /// <summary>The next work that may share a commit with the last: marks stay among themselves, so that theirs is short. Null when none waits.</summary>
    public Work? Take(Work? last)
    {
        lock (marks)
        {
            var from = last is null ? marks.Count > 0 ? marks : others : last is Work.MarkSent ? marks : others;
            return from.TryDequeue(out var work) ? work : null;
        }
    }

    /// <summary>Waits for work; false when it is closed and empty.</summary>
    public bool Wait()
    {
        lock (marks)
        {
            while (marks.Count + others.Count == 0 && !closed) Monitor.Wait(marks);
            return marks.Count + others.Count > 0;
        }
    }

    /// <summary>Takes nothing more; what waits is still written.</summary>
    public void Close()
    {
        lock (marks)
        {
            closed = true;
            Monitor.Pulse(marks);
        }
    }
}
