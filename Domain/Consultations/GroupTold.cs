using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Digests;

namespace GrantBot.Domain.Consultations;

/// <summary>What the staff group is told: requests as cards that say how they stand, each in its topic where the group has topics, and what people say.</summary>
internal static class GroupTold
{
    private const int LongestTopic = 128;

    /// <summary>Tells it, if this is the staff group still.</summary>
    public static void Tell(Script script, Notice notice)
    {
        var known = script.Know(new Need.StaffGroup());
        if (known?.Chat != script.Context.Chat)
        {
            if (notice is not Notice.GroupUnconfirmed) return;
            script.Tell("g.leave");
            script.Break();
            script.Add(new Reply.Leave());
            return;
        }
        switch (notice)
        {
            case Notice.Consultation { What: ConsultationNews.Waits or ConsultationNews.Late } news: Offer(script, news, known.IsForum); break;
            case Notice.GroupCard card: Show(script, card.Number, card.Reopens); break;
            case Notice.ConsultationSpoke spoke: Say(script, spoke.Line); break;
            case Notice.ConsultationRetold retold: Corrections.Tell(script, retold.Line); break;
            case Notice.WeeklyDigest: script.Say(Digest.Of(script) ?? ""); break;
            default: break;
        }
    }

    /// <summary>Where a request stands in the group.</summary>
    public static GroupSpot? Spot(Script script, long number) =>
        script.Know(new Need.Card(number)) is not { } card ? null : card.Topic is { } topic ? new(topic, null) : new(null, card.Message);

    /// <summary>A request that waits: first its topic, then, once that is there, its card.</summary>
    private static void Offer(Script script, Notice.Consultation news, bool isForum)
    {
        var number = news.Number;
        if (script.Know(new Need.Consultation(number)) is not { Status: ConsultationStatus.Waiting } c) return;
        var card = script.Know(new Need.Card(number));
        if (news.What is ConsultationNews.Late && card?.Message is not null) script.Add(new Reply.Message(script.Text("c.head.late", ("no", number))) { At = Spot(script, number) }); // a card that changes calls nobody
        if (!isForum || card is not null) { Show(script, number, reopens: false); return; }
        var name = $"{script.Text("c.number", ("no", c.Number))} · {ConsultationWords.Topic(script, c)}";
        script.Add(new Reply.Topic(name.Length > LongestTopic ? name[..(LongestTopic - 1)] + "…" : name, null, IsOpen: true) { As = new(SentKind.Topic, number) });
    }

    private static void Show(Script script, long number, bool reopens)
    {
        if (script.Know(new Need.Consultation(number)) is not { } c) return;
        var card = script.Know(new Need.Card(number));
        if (reopens && card?.Topic is { } shut) script.Add(new Reply.Topic("", shut, IsOpen: true));
        script.Add(new Reply.Message(Card(script, c))
        {
            Options = c.Status is ConsultationStatus.Waiting ? [script.Lasting("btn.c.take", ConsultationEntry.Action("take", number))] : [],
            Replaces = card?.Message is { } message ? new(message, null) : null, As = new(SentKind.Card, number), At = new(card?.Topic, null),
        });
        if (!c.IsOpen && card?.Topic is { } topic) script.Add(new Reply.Topic("", topic, IsOpen: false));
    }

    /// <summary>Once it is closed nothing of what was asked stays in the group.</summary>
    private static string Card(Script script, KnownConsultation c)
    {
        var name = ConsultationWords.Owner(script, c);
        return c switch
        {
            { IsErased: true } => script.Text("g.erased", ("no", c.Number)),
            { Status: ConsultationStatus.Waiting } => ConsultationWords.Card(script, c, c.IsUnanswered && script.Context.Now > c.AnswerBy ? "c.head.late" : "c.head"),
            { Status: ConsultationStatus.Taken } => ConsultationWords.CardOf(script, c, script.Text("g.taken", ("no", c.Number), ("name", name))),
            _ => script.Text("g.closed", ("no", c.Number), ("name", name)),
        };
    }

    private static void Say(Script script, long id)
    {
        if (script.Know(new Need.ConsultationLine(id)) is not { ByPerson: true, Unsaid: false } line || script.Know(new Need.Consultation(line.Consultation)) is not { } c) return;
        if (line.File is { } file)
            script.Add(new Reply.File(file.Id, file.Name, file.MediaType, line.Text.Length > 0 ? "" : script.Text("c.number", ("no", c.Number))) { As = new(SentKind.LineFile, line.Id), At = Spot(script, c.Number) });
        if (line.Text.Length > 0) script.Add(StaffGroup.Words(script, c, line));
    }
}
