namespace GrantBot.Bot.Jobs;

/// <summary>Tells the due worker that something may be due: after a commit, and by the clock.</summary>
internal sealed class DueSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);
    private volatile bool dirty;

    /// <summary>Nobody has looked since the last call.</summary>
    public bool IsSet => dirty;

    /// <summary>Something may be due.</summary>
    public void Wake()
    {
        dirty = true;
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <summary>Waits for the next call.</summary>
    public Task WaitAsync(CancellationToken cancel) => signal.WaitAsync(cancel);

    /// <summary>Somebody looks now.</summary>
    public void Taken() => dirty = false;

    public void Dispose() => signal.Dispose();
}
