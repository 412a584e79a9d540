using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Reactions;

/// <summary>Shows a chart the way its chat can: a page shows the drawing itself, a messenger pictures of it where rsvg-convert is installed; the words say the same.</summary>
internal sealed class ChartPictures(IDbContextFactory<GrantBotDb> databases, Rsvg rsvg, TimeProvider time)
{
    private const string Svg = "image/svg+xml";

    /// <summary>Adds the chart to what follows.</summary>
    /// <param name="result">What follows.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="name">Name of the file, without number and ending.</param>
    /// <param name="to">The chat.</param>
    /// <param name="language">Language of the chat.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task AddAsync(ReactionResult result, ChartData chart, string name, ChatId to, string language, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Chats.AsNoTracking().Where(c => c.Id == to).Select(c => c.Channel).FirstOrDefaultAsync(cancel) is ChannelKind.Web)
        {
            Add(result, chart, $"{name}.svg", Svg, BarChart.DrawForPage(chart), to, language);
            return;
        }
        foreach (var (at, page) in BarChart.Pages(chart).Index())
        {
            if (await rsvg.ConvertAsync(page, RsvgFormat.Png, cancel) is not Rendering.Made picture) return;
            Add(result, chart, $"{name}-{at + 1}.png", picture.MediaType, picture.Bytes, to, language);
        }
    }

    private void Add(ReactionResult result, ChartData chart, string name, string mediaType, byte[] content, ChatId to, string language)
    {
        var file = FileStore.Make(name, mediaType, content, to, time.GetUtcNow());
        result.Files.Add(file);
        result.Replies.Add((to, language, new Reply.File(file.Id, file.Name, file.MediaType, chart.Title)));
    }
}
