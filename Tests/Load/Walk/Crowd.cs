using System.Diagnostics;
using GrantBot.Domain.Localisation;
using GrantBot.Load.Places;

namespace GrantBot.Load.Walk;

/// <summary>N people, K of them on their way at any time.</summary>
internal sealed class Crowd
{
    private readonly Walker[] walkers;
    private readonly int concurrent;
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<double> waits = [];
    private readonly List<string> notes = [];
    private int started, finished, heard, acts;
    private long lastAt;

    public Crowd(IPlace place, Content content, int people, int concurrent)
    {
        Place = place;
        this.concurrent = concurrent;
        var words = Texts.Languages.ToDictionary(l => l, l => new Words(content, l), StringComparer.Ordinal);
        walkers = [.. Enumerable.Range(0, people).Select(i => new Identity(i)).Select(i => new Walker(i, words[i.Language], this))];
        place.Heard = screen =>
        {
            Interlocked.Increment(ref heard);
            if (screen.Person >= 0 && screen.Person < walkers.Length) walkers[screen.Person].Hear(screen);
        };
    }

    public IPlace Place { get; }
    public Tally Tally { get; } = new();
    public IReadOnlyList<Walker> Walkers => walkers;

    /// <summary>Messages of the bot so far.</summary>
    public int Heard => Volatile.Read(ref heard);

    /// <summary>Messages and presses of people so far.</summary>
    public int Acts => Volatile.Read(ref acts);

    public bool Done => all.Task.IsCompleted;

    /// <summary>When the first answer of the bot came and when the last person was done, as time stamps.</summary>
    public long FirstAt { get; private set; }
    public long LastAt => Volatile.Read(ref lastAt);

    /// <summary>What went wrong, by step; the first few.</summary>
    public IReadOnlyList<string> Notes { get { lock (notes) return [.. notes]; } }

    public async Task WalkAsync(TimeSpan stall, TimeSpan limit)
    {
        for (var i = 0; i < Math.Min(concurrent, walkers.Length); i++) Next();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var begun = Stopwatch.GetTimestamp(); !Done && Stopwatch.GetElapsedTime(begun) < limit;)
        {
            await Task.WhenAny(all.Task, timer.WaitForNextTickAsync().AsTask());
            foreach (var walker in walkers) walker.Nudge(stall);
        }
    }

    /// <summary>Milliseconds from an act to the next question, at a share of all.</summary>
    public double Wait(double share)
    {
        lock (waits)
        {
            waits.Sort();
            return waits.Count == 0 ? 0 : waits[Math.Min(waits.Count - 1, (int)(share * waits.Count))];
        }
    }

    internal void Acted() => Interlocked.Increment(ref acts);

    internal void Took(TimeSpan wait)
    {
        lock (waits)
        {
            if (FirstAt == 0) FirstAt = Stopwatch.GetTimestamp();
            waits.Add(wait.TotalMilliseconds);
        }
    }

    internal void Refused(string step, string text)
    {
        Tally.Count(Met.Refused);
        Note($"refused at {step}: {text.ReplaceLineEndings(" ")}");
    }

    internal void Lost(int person, string step)
    {
        Tally.Count(Met.Lost);
        Note($"person {person} was lost at {step}");
    }

    internal void Finished()
    {
        Volatile.Write(ref lastAt, Stopwatch.GetTimestamp());
        if (Interlocked.Increment(ref finished) == walkers.Length) all.TrySetResult();
        else ThreadPool.UnsafeQueueUserWorkItem(static c => c.Next(), this, preferLocal: true);
    }

    private void Next()
    {
        var i = Interlocked.Increment(ref started) - 1;
        if (i < walkers.Length) walkers[i].Begin();
    }

    private void Note(string note) { lock (notes) if (notes.Count < 5) notes.Add(note); }
}
