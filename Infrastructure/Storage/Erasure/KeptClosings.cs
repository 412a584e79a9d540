using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Erasure;

/// <summary>Closings of requests for advice that staff have begun, open or put aside (<see cref="KeptClosing"/>). They stand in the states of their chats; the version grows, so that a copy in memory is not written back.</summary>
internal static class KeptClosings
{
    /// <summary>Forgets those put aside whose time is over.</summary>
    public static void ForgetOld(GrantBotDb db, DateTimeOffset now)
    {
        foreach (var chat in Holding(db)) Keep(chat, StateUpcaster.Read(chat.State), k => k.IsOver(now));
    }

    /// <summary>Forgets those put aside by somebody who does not advise any more.</summary>
    public static void ForgetOf(GrantBotDb db, ChatId chat)
    {
        if (db.Chats.Find(chat) is { } row) Keep(row, StateUpcaster.Read(row.State), _ => true);
    }

    /// <summary>Forgets those of an erased person's requests, also one that is just being filled in.</summary>
    /// <returns>The advice written in them, which staff were shown.</returns>
    public static List<string> ForgetAbout(GrantBotDb db, IReadOnlyCollection<long> numbers)
    {
        var advice = new List<string>();
        bool About(DialogState.Consulting closing)
        {
            if (closing.Closes is not { } number || !numbers.Contains(number)) return false;
            advice.AddRange(closing.Form.Answers.Where(a => a.Key.EndsWith("/" + ConsultationSheet.Advice, StringComparison.Ordinal)).Select(a => a.Value));
            return true;
        }
        foreach (var chat in numbers.Count == 0 ? [] : Holding(db))
        {
            var state = StateUpcaster.Read(chat.State);
            if (state.Dialog is DialogState.Consulting open && About(open))
            {
                state = state with { Asked = null, Dialog = new DialogState.Menu() };
                Write(chat, state);
            }
            Keep(chat, state, k => About(k.Form));
        }
        db.SaveChanges();
        return advice;
    }

    private static List<ChatRow> Holding(GrantBotDb db) =>
        [.. db.Chats.Where(c => db.Staff.Select(s => s.ChatId).Contains(c.Id) && (c.Unfinished || c.State.Contains("\"closings\":")))];

    private static void Keep(ChatRow chat, ChatState state, Func<KeptClosing, bool> gone)
    {
        var left = KeptClosing.Without(state.Closings, gone);
        if (left?.Count != state.Closings?.Count) Write(chat, state with { Closings = left });
    }

    private static void Write(ChatRow chat, ChatState state)
    {
        chat.State = DomainJson.Write(state);
        chat.Version++;
    }
}
