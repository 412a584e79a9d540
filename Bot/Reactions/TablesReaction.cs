using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Answers /tables: the demographic tables of the report in the chat and as a document.</summary>
internal sealed class TablesReaction(IDbContextFactory<GrantBotDb> databases, Deployment deployment, BotSettings settings, TimeProvider time) : IReaction
{
    public IReadOnlyList<Type> Facts { get; } = [typeof(Fact.TablesAsked)];

    public async Task ReactAsync(Fact fact, FactRow row, ReactionResult result, CancellationToken cancel)
    {
        var asked = (Fact.TablesAsked)fact;
        var (texts, language, chat) = (deployment.Texts, asked.Language, row.ChatId!.Value);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var order = CategoryOrder.Read(asked.Order) ?? CategoryOrder.Usual;
        var tables = ReportTables.Of(new StatsQuery(db, deployment.Zone).Visits(asked.Project, cancel), order);
        if (tables.People == 0)
        {
            result.Replies.Add((chat, language, new Reply.Message(texts["tables.none", language])));
            return;
        }
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), deployment.Zone);
        var printed = ReportLayout.Print(tables, asked.Layout, texts, language);
        var reason = await db.Projects.AsNoTracking().Where(p => p.Code == asked.Project).Select(p => p.Reason).FirstOrDefaultAsync(cancel);
        var notes = Notes(tables, order, reason ?? "", now, language);
        var title = asked.Project.Length == 0 ? texts["tables.title.all", language] : texts.Say("tables.title", language, ("project", asked.Project));
        List<string> lines = [title, .. printed.Select(t => $"{t.Heading}\n{string.Join("\n", t.Columns.Select(c => $"• {c.Label} – {c.Value}"))}"), .. notes];
        result.Replies.Add((chat, language, new Reply.Message(string.Join("\n\n", lines))));
        var name = $"tables{(asked.Project.Length == 0 ? "" : "-" + asked.Project)}-{now:yyyyMMdd-HHmm}.docx";
        var file = FileStore.Make(name, Docx.MediaType, Document(title, tables, asked, notes), chat, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((chat, language, new Reply.File(file.Id, file.Name, file.MediaType, "")));
    }

    public Task<ReactionResult> FailedAsync(FactRow row) => Task.FromResult(Apology.For(deployment, row));

    /// <summary>It leaves the staff chat, so small numbers are hidden where the deployment says so.</summary>
    private byte[] Document(string title, ReportTables tables, Fact.TablesAsked asked, List<string> notes)
    {
        var printed = ReportLayout.Print(tables, asked.Layout, deployment.Texts, asked.Language, settings.HideCellsUnder);
        var hides = printed.Any(t => t.Columns.Any(c => c.Value.Contains(ReportLayout.Hidden, StringComparison.Ordinal)));
        return ReportTableDocument.Write(title, printed, hides ? [.. notes, deployment.Texts["stats.hidden", asked.Language]] : notes, asked.Language);
    }

    private List<string> Notes(ReportTables tables, CategoryOrder order, string reason, DateTimeOffset now, string language)
    {
        var texts = deployment.Texts;
        List<string> notes =
        [
            texts.Say("tables.note", language, ("people", Numbers.Whole(tables.People, language)), ("visits", Numbers.Whole(tables.Visits, language)), ("time", Dates.Moment(now))),
            texts.Say("tables.order", language, ("order", string.Join(" → ", order.Codes.Append("other").Select(c => texts["category." + c, language])))),
        ];
        if (reason.Length > 0) notes.Add(texts.Say("tables.reason.note", language, ("reason", reason)));
        if (tables.HasUnplaced) notes.Add(texts["tables.unplaced", language]);
        return notes;
    }
}
