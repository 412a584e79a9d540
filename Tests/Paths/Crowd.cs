using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Paths;

/// <summary>What the program stored of a form that was filled.</summary>
internal sealed record StoredRecord(string FormId, string FormVersion, string? Answers, ChannelKind Channel, string Language);

/// <summary>Many people on one channel of the real program, each with a chat of their own; all say one thing, then all wait until the bot rests.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int AtOnce = 250;
    private readonly LivingBot bot;
    private readonly List<Walk> walks = [];

    private Crowd(LivingBot bot) => this.bot = bot;

    public IReadOnlyList<Walk> Walks => walks;

    /// <summary>Starts the program with the forms published, as if staff had sent them.</summary>
    public static async Task<Crowd> StartAsync(ChannelKind channel, IReadOnlyList<PathForm> forms, DateTimeOffset now)
    {
        var living = await LivingBot.StartAsync(channel, now);
        await using (var db = living.Database())
        {
            db.FormVersions.AddRange(forms.Select(f => new FormVersionRow { FormId = f.Form.Id, Version = "1", Workbook = f.Workbook, MadeAt = now, PublishedAt = now }));
            await db.SaveChangesAsync();
        }
        return new(living);
    }

    /// <summary>Lets everybody walk; where others walked before, everybody decides as their like did there.</summary>
    public async Task WalkAsync(IReadOnlyList<PathPlan> plans, IReadOnlyList<Walk>? before)
    {
        walks.AddRange(plans.Select((p, i) => new Walk(p, bot.Channel, bot.Person(p.Seed, p.Language), bot, before?[i].Taken)));
        var waiting = new Queue<Walk>(walks);
        var active = new List<(Walk Walk, IAsyncEnumerator<bool> Steps)>();
        while (waiting.Count + active.Count > 0)
        {
            while (active.Count < AtOnce && waiting.TryDequeue(out var next)) active.Add((next, next.StepsAsync()));
            var goOn = await Task.WhenAll(active.Select(a => StepAsync(a.Walk, a.Steps)));
            foreach (var (walk, _) in active.Where((_, i) => !goOn[i])) walk.Talker.Dispose();
            active = [.. active.Where((_, i) => goOn[i])];
            await bot.DrainAsync();
        }
    }

    /// <summary>What is stored, by the address of the person's chat.</summary>
    public async Task<ILookup<string, StoredRecord>> StoredAsync()
    {
        await using var db = bot.Database();
        var rows = await (
            from answer in db.FormAnswers
            join chat in db.Chats on answer.PersonId equals chat.PersonId
            join address in db.ChatAddresses on chat.Id equals address.ChatId
            select new { address.Value, Record = new StoredRecord(answer.FormId, answer.FormVersion, answer.Answers, answer.Channel, answer.Language) }).ToListAsync();
        return rows.ToLookup(r => r.Value, r => r.Record, StringComparer.Ordinal);
    }

    /// <summary>Turns that met a fault of ours, and messages the platform refused.</summary>
    public async Task<(int Parked, long Refused)> TroubleAsync()
    {
        await using var db = bot.Database();
        return (await db.Inbox.CountAsync(i => i.State == InboxState.Parked), bot.Refused);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private static async Task<bool> StepAsync(Walk walk, IAsyncEnumerator<bool> steps)
    {
        try
        {
            if (await steps.MoveNextAsync()) return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ShouldAssertException)
        {
            walk.Fail(e.Message);
        }
        await steps.DisposeAsync();
        return false;
    }
}
