using System.Globalization;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Bot.Certificates;

/// <summary>Puts drawn documents into a reaction's result: the file, and the message that brings it.</summary>
internal sealed class CertificatePost(Deployment deployment, TimeProvider time)
{
    private const string Svg = "image/svg+xml";

    /// <summary>Files a document under its person.</summary>
    /// <returns>The file, and whether it is a drawing because it could not be made a PDF.</returns>
    public FileRow File(MadeDocument<CertificateOrder> document, ChatId? chat)
    {
        var (bytes, type) = document.Rendering is Rendering.Made made ? (made.Bytes, made.MediaType) : (document.Svg, Svg);
        var file = FileStore.Make(document.Request.Row.Number + (type == Svg ? ".svg" : ".pdf"), type, bytes, chat, time.GetUtcNow());
        file.PersonId = document.Request.Row.PersonId;
        return file;
    }

    /// <summary>What the projection has to know of it.</summary>
    public static MadeCertificate Made(CertificateOrder order, FileRow file, bool sent) => new(order.Row.Id, file.Id, sent, order.Row.Corrections);

    /// <summary>The message that brings a document to its person, in the language of the document.</summary>
    public Reply.File Message(GrantBotDb db, CertificateRow row, FileRow file)
    {
        var title = db.Events.Find(row.EventId) is { } e ? EventWords.Title(e, row.Language) : "";
        return new(file.Id, file.Name, file.MediaType, row.AwardId is null
            ? deployment.Texts.Say("cert", row.Language, ("event", title), ("no", row.Number))
            : deployment.Texts.Say("cert.diploma", row.Language, ("event", title), ("no", row.Number), ("award", Award(row))));
    }

    private string Award(CertificateRow row) => row.Rank is { } rank
        ? deployment.Texts["cert.rank." + rank.ToString(CultureInfo.InvariantCulture), row.Language]
        : deployment.Texts.Say("cert.nomination", row.Language, ("title", deployment.Texts.Say("cert.quoted", row.Language, ("title", row.Nomination ?? ""))));

    /// <summary>Says something about the work to a member of staff.</summary>
    public void Tell(ReactionResult result, ChatId staff, string language, string key, params ReadOnlySpan<(string, object?)> values) =>
        result.Replies.Add((staff, language, new Reply.Message(deployment.Texts.Say(key, language, values))));

    /// <summary>A count in words of a language.</summary>
    public static string Whole(int n, string language) => Numbers.Whole(n, language);
}
