using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Surveys;

/// <summary>
/// Takes the way somebody answered out of the chat they answered in. What platforms delivered is cleared as each message is answered, and the
/// state of the chat by the turn; here goes what else repeats answers: questions sent ("now: 4 – good"), the summary, lines of the web chat,
/// and messages that had met a fault of ours.
/// </summary>
internal static class SurveyTraces
{
    /// <summary>Clears what was said in the chat since they began. Ids and times stay: they tell that somebody answered, which is no secret.</summary>
    public static void Scrub(GrantBotDb db, ChatId chat, DateTimeOffset since)
    {
        db.Outbox.Where(o => o.ChatId == chat && o.CreatedAt >= since && o.State != OutboxState.Waiting && o.State != OutboxState.Held).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null));
        db.WebMessages.Where(m => m.ChatId == chat && m.At >= since).ExecuteDelete();
        foreach (var address in db.ChatAddresses.AsNoTracking().Where(a => a.ChatId == chat).ToList())
            db.Inbox.Where(i => i.State == InboxState.Parked && i.Channel == address.Channel && i.ChatKey == address.Value && i.ReceivedAt >= since)
                .ExecuteUpdate(s => s.SetProperty(i => i.State, InboxState.Done).SetProperty(i => i.Payload, (byte[]?)null).SetProperty(i => i.ChatKey, ""));
    }

    /// <summary>A person is erased: that somebody was asked and answered stays as a count. Their anonymous answers cannot be told from others' and stay too.</summary>
    public static void ForgetPerson(GrantBotDb db, PersonId person) => Forget(db, [.. db.SurveyInvites.AsNoTracking().Where(i => i.PersonId == person)]);

    /// <summary>Their chats are forgotten, and that they answered surveys by link: the keyed hash is put out of reach by a random one.</summary>
    public static void ForgetChats(GrantBotDb db, IReadOnlyList<ChatId> chats)
    {
        Forget(db, [.. db.SurveyInvites.AsNoTracking().Where(i => i.ChatId != null && chats.Contains(i.ChatId.Value))]);
        var surveys = db.Surveys.AsNoTracking().Where(s => s.Audience == Domain.Surveys.SurveyAudience.Link).Select(s => s.Id).ToList();
        if (surveys.Count == 0) return;
        var key = SurveyKey.Of(db);
        var tokens = surveys.SelectMany(s => chats.SelectMany(c => key.Chat(db, s, c)).Select(who => (Survey: s, Who: who))).ToList();
        foreach (var (survey, who) in tokens) Forget(db, [.. db.SurveyInvites.AsNoTracking().Where(i => i.SurveyId == survey && i.Who == who)]);
    }

    private static void Forget(GrantBotDb db, IReadOnlyList<SurveyInviteRow> rows)
    {
        foreach (var row in rows)
        {
            var (nobody, key) = (SealedAnswer.RandomKey(), row.Who);
            db.SurveyInvites.Where(i => i.SurveyId == row.SurveyId && i.Who == key)
                .ExecuteUpdate(s => s.SetProperty(i => i.Who, nobody).SetProperty(i => i.PersonId, (PersonId?)null).SetProperty(i => i.ChatId, (ChatId?)null));
        }
    }
}
