using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers a question for a count: the number with what it is a part of, the table, a chart, and buttons that part it further.</summary>
internal sealed class CountReaction(IDbContextFactory<GrantBotDb> databases, EventBook events, FormBook forms, Deployment deployment, BotSettings settings, ChartPictures charts, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.CountAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.CountAsked)fact;
        var (chat, now) = (row.ChatId!.Value, TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone));
        var world = AskingWorld.Of(events.All(), forms.All(), DateOnly.FromDateTime(now.DateTime));
        var report = new CountReport(new CountWords(deployment.Texts, asked.Language, world), deployment.Texts, new StatsRequest(asked.Language, now, settings.HideCellsUnder));
        var answer = await AnswerAsync(asked.Question, report, world, cancel);
        if (answer.Chart is { } chart) await charts.AddAsync(result, chart, "count", chat, asked.Language, cancel);
        foreach (var block in answer.Blocks.SkipLast(1)) result.Replies.Add((chat, asked.Language, new Reply.Message(block)));
        result.Replies.Add((chat, asked.Language, new Reply.Message(answer.Blocks[^1]) { Options = CountButtons.Of(asked.Question, asked.MayList, deployment.Texts, asked.Language), Words = Words(asked.Language) }));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    private async Task<StatsAnswer> AnswerAsync(CountQuestion question, CountReport report, AskingWorld world, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (question.Measure is Measure.KnowledgeGain) return SurveyCounting.Gain(db, question, world, deployment.Zone) is { } gain ? report.Gain(question, gain) : report.NoAnswers(question);
        if (question.Measure is Measure.Reach) return ReachCounting.Count(db, question, world) is { } reached ? report.Of(question, reached) : report.NoAnswers(question);
        if (CountEngine.IsOfSurveys(question.Measure)) return SurveyCounting.Count(db, question, world, deployment.Zone) is { } counted ? report.Of(question, counted) : report.NoAnswers(question);
        return report.Of(question, CountEngine.Count(question, new CountQuery(db, world, deployment.Zone).Read(question, cancel)));
    }

    private ListWords Words(string language) => new(deployment.Texts["list.open", language], deployment.Texts["list.more", language], deployment.Texts["list.type", language]);
}
