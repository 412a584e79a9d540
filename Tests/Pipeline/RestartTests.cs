using GrantBot.Domain.Registration;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Pipeline;

/// <summary>Whatever moment a crash chooses, the next start loses nothing and does nothing twice; only a message may be said again.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task an_item_that_was_stored_but_not_answered_is_answered_after_the_start()
    {
        await using var house = House.Closed();
        await house.Writer.WriteAsync(new Work.Receive([new(house.Channel.Item(1, "1", "/start"))], House.Today));
        house.Channel.Sent.ShouldBeEmpty();
        await house.StartAsync();
        await house.RestAsync();
        house.Channel.Told("1").ShouldHaveSingleItem();
        await house.Ingest.TakeAsync([house.Channel.Item(1, "1", "/start")], CancellationToken.None); // the platform, never told, delivers again
        await house.RestAsync();
        house.Channel.Told("1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task a_turn_that_was_committed_but_not_said_is_said_after_the_start()
    {
        var never = new TaskCompletionSource<SendOutcome>();
        await using var before = await House.OpenAsync(new() { Platform = (_, _) => never.Task });
        await before.Ingest.TakeAsync([before.Channel.Item(1, "1", "/start")], CancellationToken.None);
        SpinWait.SpinUntil(() => before.Channel.Sent.Count == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        await using var after = await House.OpenAsync(database: before.Crash());
        await after.RestAsync();
        after.Channel.Told("1").ShouldHaveSingleItem();
        await using (var db = after.Db()) db.Outbox.Single().State.ShouldBe(OutboxState.Sent);
        never.SetResult(new SendOutcome.Sent("m"));
    }

    [Fact]
    public async Task a_reply_that_was_taken_but_not_marked_is_said_again_and_changes_nothing()
    {
        string? crash = null;
        House? house = null;
        var channel = new PlainChannel();
        channel.Platform = (m, _) =>
        {
            if (channel.Told("1")[^1].Contains("Тіркеу нөмірі", StringComparison.Ordinal)) crash = house!.Crash(); // the platform has it, we do not know yet
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId));
        };
        await using var before = house = await House.OpenAsync(channel);
        await house.SayAsync("1", Registering.Everything());
        await using var after = await House.OpenAsync(database: crash);
        await after.RestAsync();
        after.Channel.Told("1").ShouldHaveSingleItem().ShouldContain("Тіркеу нөмірі: 1.");
        await using var db = after.Db();
        db.Registrations.Count().ShouldBe(1);
        db.Facts.Count(f => f.Type == nameof(Fact.RegistrationMade)).ShouldBe(1);
    }

    [Fact]
    public async Task a_reply_that_was_taken_and_journalled_is_not_said_again_though_its_mark_was_lost()
    {
        string? crash = null;
        House? house = null;
        var channel = new PlainChannel();
        channel.Platform = (m, _) =>
        {
            if (channel.Told("1")[^1].Contains("Тіркеу нөмірі", StringComparison.Ordinal)) crash = house!.Crash(); // the mark is not in there
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId));
        };
        await using var before = house = await House.OpenAsync(channel);
        await house.SayAsync("1", Registering.Everything());
        File.Copy(house.File + House.Journal, crash + House.Journal);
        await using var after = await House.OpenAsync(database: crash);
        await after.RestAsync();
        after.Channel.Sent.ShouldBeEmpty();
        await using var db = after.Db();
        db.Outbox.ShouldAllBe(o => o.State == OutboxState.Sent);
        after.Get<SentJournal>().Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task a_registration_survives_a_crash_at_every_step()
    {
        var words = Registering.Everything();
        var crashes = new List<string>();
        House? house = null;
        var channel = new PlainChannel { Platform = (m, _) => { lock (crashes) crashes.Add(house!.Crash()); return Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId)); } };
        await using var before = house = await House.OpenAsync(channel);
        for (var i = 0; i < words.Count; i++) { await house.Ingest.TakeAsync([channel.Item(100 + i, "1", words[i])], CancellationToken.None); await house.RestAsync(); }
        crashes.Count.ShouldBe(words.Count);
        for (var step = 0; step < crashes.Count; step++)
        {
            await using var after = await House.OpenAsync(database: crashes[step]);
            await after.RestAsync();
            // the platform delivers the last two again, then the person goes on
            for (var i = Math.Max(0, step - 1); i < words.Count; i++) { await after.Ingest.TakeAsync([after.Channel.Item(100 + i, "1", words[i])], CancellationToken.None); await after.RestAsync(); }
            await using var db = after.Db();
            var one = db.Registrations.Single();
            (one.Surname, one.Given, one.Phone, one.Status).ShouldBe(("Әлиева", "Сана", "+77000000000", RegistrationStatus.Confirmed));
            db.Facts.OrderBy(f => f.Id).Select(f => f.Type).ToList().ShouldBe([nameof(Fact.ConsentGiven), nameof(Fact.RegistrationMade)]);
            db.Events.Single(e => e.Code == "open").Taken.ShouldBe(1);
            after.Channel.Told("1").Count.ShouldBe(words.Count - step, $"step {step}: the reply on its way is said again, those after it once");
        }
    }

    [Fact]
    public async Task a_text_said_again_before_the_next_question_came_does_not_answer_it()
    {
        var (never, silent) = (new TaskCompletionSource<SendOutcome>(), false);
        await using var before = await House.OpenAsync(new() { Platform = (m, _) => silent ? never.Task : Task.FromResult<SendOutcome>(new SendOutcome.Sent("m" + m.OutboxId)) });
        static long Second(int later) => (long)(House.Today.AddSeconds(later) - DateTimeOffset.UnixEpoch.AddYears(56)).TotalSeconds;
        foreach (var (i, said) in Registering.Greeting.Concat(Registering.Form().Take(3)).Index())
        {
            await before.Ingest.TakeAsync([before.Channel.Item(Second(i - 10), "1", said)], CancellationToken.None);
            await before.RestAsync();
        }
        silent = true; // the question after the surname is stored and never sent
        await before.Ingest.TakeAsync([before.Channel.Item(Second(0), "1", "Әлиева")], CancellationToken.None);
        SpinWait.SpinUntil(() => before.Channel.Told("1")[^1].Contains("Атыңызды", StringComparison.Ordinal), TimeSpan.FromSeconds(20)).ShouldBeTrue();
        await using var after = await House.OpenAsync(database: before.Crash(), time: new Clock(House.Today.AddSeconds(20)));
        await after.RestAsync();
        await after.Ingest.TakeAsync([after.Channel.Item(Second(10), "1", "Әлиева")], CancellationToken.None);
        await after.RestAsync();
        after.Channel.Told("1").ShouldHaveSingleItem("only the question itself");
        await after.Ingest.TakeAsync([after.Channel.Item(Second(25), "1", "Сана")], CancellationToken.None);
        await after.RestAsync();
        after.Channel.Told("1")[^1].ShouldContain("Әкеңіздің");
        never.SetResult(new SendOutcome.Sent("m"));
    }

    [Fact]
    public async Task a_stop_answers_what_was_taken_and_flushes_the_replies()
    {
        await using var house = await House.OpenAsync(time: TimeProvider.System);
        house.Channel.Platform = async (_, _) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            return new SendOutcome.Sent("m");
        };
        await house.Ingest.TakeAsync([.. Enumerable.Range(1, 50).Select(i => house.Channel.Item(i, $"{i}", "/start"))], CancellationToken.None);
        await house.StopAsync();
        house.Channel.Sent.Count.ShouldBe(50);
        await house.Writer.WriteAsync(new Work.Background(static _ => { }));
        await using var db = house.Db();
        db.Outbox.Count(o => o.State == OutboxState.Sent).ShouldBe(50);
    }

    [Fact]
    public async Task a_stop_waits_ten_seconds_for_a_silent_platform_and_leaves_the_reply_for_the_next_start()
    {
        await using var house = await House.OpenAsync(new() { Platform = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.RetryAfter(TimeSpan.FromHours(1), false)) }, time: new Clock(House.Today, hurried: false));
        await house.Ingest.TakeAsync([house.Channel.Item(1, "1", "/start")], CancellationToken.None);
        SpinWait.SpinUntil(() => house.Channel.Sent.Count == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        var stopping = house.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        ((Clock)house.Time).Advance(TimeSpan.FromSeconds(11));
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
        await using var after = await House.OpenAsync(database: house.Crash());
        await after.RestAsync();
        after.Channel.Told("1").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task while_stopping_nothing_is_taken_so_that_the_platform_delivers_again()
    {
        await using var house = await House.OpenAsync();
        house.Ingest.Close();
        await Should.ThrowAsync<OperationCanceledException>(() => house.Ingest.TakeAsync([house.Channel.Item(1, "1", "/start")], CancellationToken.None));
        await using var db = house.Db();
        db.Inbox.ShouldBeEmpty();
    }
}
