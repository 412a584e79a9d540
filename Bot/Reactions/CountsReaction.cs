using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers /stats: counts in words, and a chart (<see cref="ChartPictures"/>).</summary>
internal sealed class CountsReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, BotSettings settings, ChartPictures charts, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CountsAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.CountsAsked)fact;
        var answer = await CountAsync(asked, cancel);
        var chat = row.ChatId!.Value;
        if (answer.Chart is { } chart) await charts.AddAsync(result, chart, "stats", chat, asked.Language, cancel);
        foreach (var block in answer.Blocks.SkipLast(1)) result.Replies.Add((chat, asked.Language, new Reply.Message(block)));
        result.Replies.Add((chat, asked.Language, new Reply.Message(answer.Blocks[^1]) { Options = CountButtons.OfStats(deployment.Texts, asked.Language) }));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private async Task<StatsAnswer> CountAsync(Fact.CountsAsked asked, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var query = new StatsQuery(db, deployment.Zone);
        var registrations = query.Read(asked.Event, cancel);
        var events = await query.EventsAsync(asked.Language, cancel);
        var request = new StatsRequest(asked.Language, TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone), settings.HideCellsUnder);
        return asked.Event is { } id && events.FirstOrDefault(e => e.Id == id) is { } one
            ? StatsReport.OfEvent(one, registrations, request, deployment.Texts)
            : StatsReport.OfAll(events, registrations, request, deployment.Texts);
    }
}

/// <summary>What staff are told when background work failed.</summary>
internal static class Apology
{
    public static ReactionResult For(Deployment deployment, FactRow row)
    {
        var result = new ReactionResult();
        var language = row.Data.Contains("\"ru\"", StringComparison.Ordinal) ? "ru" : row.Data.Contains("\"en\"", StringComparison.Ordinal) ? "en" : "kk";
        if (row.ChatId is { } chat) result.Replies.Add((chat, language, new Reply.Message(deployment.Texts["error.tech", language])));
        return result;
    }
}
