using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Signed lists and their pages.</summary>
internal static class SignedListProjection
{
    /// <summary>The pages stay as evidence: they are nobody's chat's any more, so that they do not go with the member of staff who sent them.</summary>
    public static void Keep(GrantBotDb db, Fact.ListSigned fact, FactSource source)
    {
        var pages = db.Files.Where(f => f.ChatId == source.Chat && f.PersonId == null && f.MediaType == AnswerFile.MediaType && fact.Files.Contains(f.Name));
        var ids = pages.OrderBy(f => f.CreatedAt).Select(f => f.Id).ToList();
        DateTimeOffset? until = fact.KeptUntil;
        pages.ExecuteUpdate(s => s.SetProperty(f => f.KeptUntil, until).SetProperty(f => f.ChatId, (ChatId?)null));
        db.SignedLists.Add(new SignedListRow
        {
            EventId = fact.Event, Session = fact.Session, Signatures = fact.Signatures, CheckedIn = fact.Seen, Files = string.Join(' ', ids), KeptUntil = fact.KeptUntil, At = source.Now,
        });
    }
}
