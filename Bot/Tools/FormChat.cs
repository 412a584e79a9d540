using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Files;

namespace GrantBot.Bot.Tools;

/// <summary>
/// One form played as people will meet it: by the turns of the real conversation. The clock stands
/// still, so that the same answers on the same day give the same words.
/// </summary>
internal sealed class FormChat
{
    private const int Seed = 7;
    private const string Continue = "btn.continue";
    private static readonly ChatAddress Address = new(ChannelKind.Web, "terminal");

    private readonly TurnContext context;
    private ChatState state;

    /// <summary>Sits down in front of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="texts">All texts.</param>
    /// <param name="language">Language of the person.</param>
    /// <param name="now">The moment at which all of it happens.</param>
    public FormChat(Form form, Texts texts, string language, DateTimeOffset now)
    {
        context = new TurnContext
        {
            Now = now, Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"), Channel = new(ChannelKind.Web, CanRequestContact: false), Texts = texts, Forms = new FormCatalogue([form]),
            Organisation = new Organisation { Name = "–", Bin = "–", Phone = "–", Address = "–", DataOfficer = "–", DataOfficerContact = "–", GrantOperator = "–", Customer = "–", ConsentUntil = DateOnly.FromDateTime(now.Date) },
            NewId = () => Guid.Empty, NewCode = () => "", NextNumber = _ => 1, Links = _ => [],
        };
        state = new ChatState
        {
            Language = language, Person = new PersonId(Guid.Empty), Dialog = new DialogState.Resuming(), Prompt = 1,
            Unfinished = new DialogState.Answering(FormProgress.Begin(form, Seed, now), FillingStep.Asking),
            Asked = new Reply.Message("") { Options = [new Option(Continue, "")], Prompt = 1 },
        };
    }

    /// <summary>The form is sent, or the person has left it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Values sent, by name; null while the form is not sent.</summary>
    public IReadOnlyDictionary<string, string>? Sent { get; private set; }

    /// <summary>The open question.</summary>
    public Reply.Message? Asked => state.Asked;

    /// <summary>The first question.</summary>
    public IReadOnlyList<Reply.Message> Start() => Press("");

    /// <summary>What follows a typed text, "[Label]" (a press on that choice) or "file PATH".</summary>
    public IReadOnlyList<Reply.Message> Say(string what) =>
        what.StartsWith("file ", StringComparison.Ordinal) ? Take(new Inbound.File(what[5..], Path.GetFileName(what[5..]), null, null, null))
        : what.StartsWith('[') && what.EndsWith(']') && Asked is { } asked && asked.Options.Any(o => o.Label == what[1..^1]) ? Press(what[1..^1]) : Take(new Inbound.Text(what));

    private IReadOnlyList<Reply.Message> Press(string label) =>
        Take(new Inbound.Press(ButtonToken.Of(Asked!, Asked!.Options.Select(o => o.Label).ToList().IndexOf(label)), null));

    private IReadOnlyList<Reply.Message> Take(Inbound content)
    {
        var result = Turn.Take(state, new Delivery(Address, content, context.Now), context);
        while (result is TurnResult.Lacks lacks)
        {
            context.Knows.Learn(lacks.Need, Known(lacks.Need));
            result = Turn.Take(state, new Delivery(Address, content, context.Now), context);
        }
        var decided = (TurnResult.Decided)result;
        state = decided.State;
        Sent = decided.Facts.OfType<Fact.FormAnswered>().FirstOrDefault()?.Answers;
        IsOver = state.Dialog is not DialogState.Filling;
        return Sent is null ? [.. decided.Replies.OfType<Reply.Message>()] : [new Reply.Message(Values())];
    }

    /// <summary>Nobody but this person is known here, and a file is one of this machine.</summary>
    private static object? Known(Need need) => need switch
    {
        Need.Events => Array.Empty<EventInfo>(),
        Need.Submissions => Array.Empty<KnownSubmission>(),
        Need.Attachment file => File.Exists(file.Handle) ? AnswerDesk.Judge(File.ReadAllBytes(file.Handle), file) : KeptFile.Refuse("file.lost"),
        _ => null,
    };

    /// <summary>In place of the thanks an author sees what is stored.</summary>
    private string Values() => context.Texts.Say("chat.sent", state.Language ?? "kk") + string.Concat(Sent!.Select(v => $"\n{v.Key} = {v.Value.ReplaceLineEndings(" ")}"));
}
