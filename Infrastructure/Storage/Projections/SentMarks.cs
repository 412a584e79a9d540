using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Remembers which message of a platform something became, in the commit that marks it as sent.</summary>
internal static class SentMarks
{
    /// <summary>Notes it. A message that took the place of an earlier one has no new id: then the old one stays.</summary>
    public static void Write(GrantBotDb db, SentAs sent, ChatId chat, string? messageId)
    {
        ChatId? shown = chat;
        if (messageId is null) return;
        switch (sent.Kind)
        {
            case SentKind.Line: db.ConsultationLines.Where(l => l.Id == sent.Number).ExecuteUpdate(s => s.SetProperty(l => l.ShownIn, shown).SetProperty(l => l.ShownId, messageId)); break;
            case SentKind.LineFile: db.ConsultationLines.Where(l => l.Id == sent.Number).ExecuteUpdate(s => s.SetProperty(l => l.ShownIn, shown).SetProperty(l => l.FileShownId, messageId)); break;
            default: throw new UnreachableException();
        }
    }
}
