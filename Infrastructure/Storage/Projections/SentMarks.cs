using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Remembers which message of a platform something became, in the commit that marks it as sent.</summary>
internal static class SentMarks
{
    /// <summary>Notes it. A message that took the place of an earlier one has no new id: then the old one stays.</summary>
    public static void Write(GrantBotDb db, SentAs sent, ChatId chat, string? messageId, DateTimeOffset now)
    {
        ChatId? shown = chat;
        if (messageId is null && sent.Kind is not SentKind.Topic) return;
        switch (sent.Kind)
        {
            case SentKind.Line: db.ConsultationLines.Where(l => l.Id == sent.Number).ExecuteUpdate(s => s.SetProperty(l => l.ShownIn, shown).SetProperty(l => l.ShownId, messageId)); break;
            case SentKind.LineFile: db.ConsultationLines.Where(l => l.Id == sent.Number).ExecuteUpdate(s => s.SetProperty(l => l.ShownIn, shown).SetProperty(l => l.FileShownId, messageId)); break;
            case SentKind.Card: Card(db, sent.Number).MessageId = messageId; break;
            case SentKind.Topic: // where none could be made the card stands in the group itself
                Card(db, sent.Number).TopicId = messageId;
                DueRows.Set(db, GroupProjection.CardDue, sent.Number.ToString(CultureInfo.InvariantCulture), now);
                break;
            default: throw new UnreachableException();
        }
        db.SaveChanges();
    }

    private static GroupCardRow Card(GrantBotDb db, long number)
    {
        if (db.GroupCards.Find(number) is { } row) return row;
        row = new GroupCardRow { ConsultationId = number };
        db.GroupCards.Add(row);
        return row;
    }
}
