using System.Diagnostics;
using GrantBot.Bot.Certificates;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Files;

namespace GrantBot.Bot.Pipeline;

/// <summary>
/// What a turn needs from outside the database: files that people sent, fetched from their platform, checked and kept. Fetching leaves a file
/// behind, so an item's needs are met once, however often its turn is taken.
/// </summary>
internal sealed class Fetcher(WorkbookDesk desk, AnswerDesk answers, TemplateDesk templates, ImportDesk imports, PassedFiles passed)
{
    /// <summary>Whether a need is met here and not from the database.</summary>
    public static bool Answers(Need need) => need is Need.Attachment or Need.FileToPass or Need.Template or Need.CertificateSample or Need.ImportList || WorkbookDesk.Answers(need);

    /// <summary>Meets a need for which <see cref="Answers"/> holds.</summary>
    public async ValueTask<object?> FetchAsync(IChannel channel, ChatId chat, Need need) => need switch
    {
        Need.Attachment attachment => await answers.KeepAsync(channel, chat, attachment),
        Need.FileToPass file => await passed.KeepAsync(channel, chat, file),
        Need.Template template => await templates.CheckAsync(channel, chat, template),
        Need.CertificateSample sample => await templates.SampleAsync(chat, sample),
        Need.ImportList list => await imports.LookAsync(channel, chat, list),
        _ when WorkbookDesk.Answers(need) => await desk.CheckAsync(channel, chat, need),
        _ => throw new UnreachableException(),
    };
}
