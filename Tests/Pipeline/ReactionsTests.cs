using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Tests.Pipeline;

/// <summary>Background work follows each fact once.</summary>
public sealed class ReactionsTests
{
    /// <summary>Thanks every person who registers.</summary>
    private sealed class Thanks : IReaction
    {
        public List<long> Seen { get; } = [];
        public Func<FactRow, Task> Before { get; set; } = static _ => Task.CompletedTask;
        public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.RegistrationMade)];

        public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
        {
            Seen.Add(row.Id);
            await Before(row);
            result.Replies.Add((row.ChatId!.Value, "kk", new Reply.Message("Рақмет!")));
        }

        public Task<ReactionResult> FailedAsync(FactRow row)
        {
            var result = new ReactionResult();
            result.Replies.Add((row.ChatId!.Value, "kk", new Reply.Message("Кешіріңіз!")));
            return Task.FromResult(result);
        }
    }

    private static Task<House> OpenAsync(Thanks thanks, string? database = null) => House.OpenAsync(database: database, more: s => s.AddSingleton<IReaction>(thanks));

    [Fact]
    public async Task each_fact_is_followed_once_across_a_crash_in_the_middle()
    {
        string? crash = null;
        var first = new Thanks();
        await using var before = await OpenAsync(first);
        first.Before = _ => { crash = before.Crash(); return Task.CompletedTask; };
        await before.SayAsync("1", Registering.Everything());
        before.Channel.Told("1").Count(t => t == "Рақмет!").ShouldBe(1);

        var second = new Thanks();
        await using var after = await OpenAsync(second, crash);
        await after.RestAsync();
        second.Seen.ShouldBe(first.Seen);
        after.Channel.Told("1").Count(t => t == "Рақмет!").ShouldBe(1);

        var third = new Thanks();
        await using var later = await OpenAsync(third, after.Crash());
        await later.RestAsync();
        third.Seen.ShouldBeEmpty();
        later.Channel.Told("1").ShouldBeEmpty();
    }

    [Fact]
    public async Task work_that_throws_is_told_to_the_chat_and_does_not_stop_the_rest()
    {
        var thanks = new Thanks { Before = r => r.Id < 3 ? throw new InvalidOperationException("a fault of ours") : Task.CompletedTask };
        await using var house = await OpenAsync(thanks);
        await house.SayAsync("1", Registering.Everything());
        await house.SayAsync("2", Registering.Everything("+7 700 000 00 01"));
        house.Channel.Told("1")[^1].ShouldBe("Кешіріңіз!");
        house.Channel.Told("2")[^1].ShouldBe("Рақмет!");
    }

    /// <summary>Takes as long as it is told to.</summary>
    private sealed class Slow : IReaction
    {
        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.ConsentGiven)];
        public bool IsSlow => true;

        public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
        {
            await Gate.Task.WaitAsync(cancel);
            result.Replies.Add((row.ChatId!.Value, "kk", new Reply.Message("Міне!")));
        }

        public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(new ReactionResult());
    }

    [Fact]
    public async Task slow_work_holds_up_nobody_who_waits()
    {
        var slow = new Slow();
        await using var house = await House.OpenAsync(more: s => s.AddSingleton<IReaction>(slow).AddSingleton<IReaction>(new Thanks()));
        foreach (var (i, line) in Registering.Everything().Index())
        {
            var told = house.Channel.Sent.Count;
            await house.Ingest.TakeAsync([house.Channel.Item(200 + i, "1", line)], CancellationToken.None);
            await UntilAsync(() => house.Channel.Sent.Count > told);
        }
        await UntilAsync(() => house.Channel.Told("1").Contains("Рақмет!"));
        house.Channel.Told("1").ShouldNotContain("Міне!");
        slow.Gate.SetResult();
        await house.RestAsync();
        house.Channel.Told("1")[^1].ShouldBe("Міне!");
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var i = 0; !reached(); i++)
        {
            i.ShouldBeLessThan(4000);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }
    }

    [Fact]
    public async Task a_fact_that_was_erased_meanwhile_is_passed_over()
    {
        await using var house = House.Closed(more: s => s.AddSingleton<IReaction>(new Thanks()));
        await house.Writer.WriteAsync(new Work.Background(db => db.Facts.Add(new FactRow { At = House.Today, Type = nameof(Fact.RegistrationMade), Data = "{}" })));
        await house.StartAsync();
        await house.RestAsync();
        house.Channel.Sent.ShouldBeEmpty();
        await using var db = house.Db();
        db.Settings.Single(s => s.Key == "bookmark.reactions").Value.ShouldBe("1");
    }
}
