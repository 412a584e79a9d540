using System.Collections.Concurrent;
using GrantBot.Bot.Pipeline;

namespace GrantBot.Tests.Pipeline;

/// <summary>Order within a key, none between keys, nothing lost.</summary>
public sealed class KeyedSerialTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task items_of_one_key_run_one_at_a_time_in_order()
    {
        var seen = new List<int>();
        var inside = 0;
        var done = new TaskCompletionSource();
        var serial = new KeyedSerial<string, int>(async i =>
        {
            Interlocked.Increment(ref inside).ShouldBe(1);
            await Task.Yield();
            seen.Add(i);
            Interlocked.Decrement(ref inside);
            if (i == 999) done.SetResult();
        });
        for (var i = 0; i < 1000; i++) serial.Add("chat", i);
        await done.Task.WaitAsync(Patience);
        seen.ShouldBe(Enumerable.Range(0, 1000));
    }

    [Fact]
    public async Task a_key_that_waits_does_not_hold_up_another()
    {
        var never = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        var serial = new KeyedSerial<string, string>(key => { if (key == "slow") return never.Task; other.SetResult(); return Task.CompletedTask; });
        serial.Add("slow", "slow");
        serial.Add("slow", "slow");
        serial.Add("quick", "quick");
        await other.Task.WaitAsync(Patience);
        serial.Active.ShouldBeGreaterThanOrEqualTo(2);
        never.SetResult();
    }

    [Fact]
    public async Task under_stress_nothing_is_lost_doubled_or_out_of_order()
    {
        const int Keys = 20, Writers = 8, Each = 2500;
        var seen = new ConcurrentDictionary<int, List<(int Writer, int Number)>>();
        var serial = new KeyedSerial<int, (int Key, int Writer, int Number)>(async item =>
        {
            if (item.Number % 7 == 0) await Task.Yield();
            seen.GetOrAdd(item.Key, _ => []).Add((item.Writer, item.Number));
        });
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var n = 0; n < Each; n++) serial.Add(n % Keys, (n % Keys, writer, n));
        })));
        SpinWait.SpinUntil(() => serial.Active == 0, Patience).ShouldBeTrue();
        seen.Values.Sum(l => l.Count).ShouldBe(Writers * Each);
        foreach (var byWriter in seen.Values.SelectMany(l => l.GroupBy(i => i.Writer)))
            byWriter.Select(i => i.Number).ShouldBeInOrder();
    }
}
