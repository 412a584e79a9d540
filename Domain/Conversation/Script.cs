using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// The turn being written: a dialog adds lines, facts and the next state to it. Lives for one call of <see cref="Turn.Take"/> only.
/// Texts said one after another leave as one message, since people read one message more gladly than three and WhatsApp charges each.
/// </summary>
public sealed class Script(ChatState state, TurnContext context)
{
    private readonly List<Reply> replies = [];
    private readonly List<Fact> facts = [];
    private readonly List<string> lines = [];
    private Reply.Message? told;

    /// <summary>The state as it stands in this turn.</summary>
    public ChatState State { get; private set; } = state;

    /// <summary>The turn's surroundings.</summary>
    public TurnContext Context { get; } = context;

    /// <summary>What a need's answer is; stops the turn when it was not read yet.</summary>
    public T Know<T>(Need.IFor<T> need) => Context.Knows.Get(need);

    /// <summary>What this chat may do as staff, after what this very turn changes in it.</summary>
    public StaffAccess Access => facts.Exists(f => f is Fact.StaffLeft) ? StaffAccess.None
        : facts.Find(f => f is Fact.StaffJoined) is Fact.StaffJoined joined ? new([.. Context.Access.Grants.Union([new(joined.Role, joined.Scope)])]) : Context.Access;

    /// <summary>Whether this chat has a right for everything.</summary>
    public bool May(Right right) => Access.May(right);

    /// <summary>Whether this chat has a right for an event; false for one that is not there.</summary>
    public bool May(Right right, EventId id) => Event(id) is { } e && May(right, e);

    /// <summary>Whether this chat has a right for an event.</summary>
    public bool May(Right right, EventInfo e) => Access.May(right, e.Id, e.Project);

    /// <summary>Whether this chat has a right anywhere at all.</summary>
    public bool MaySome(Right right) => Access.MaySome(right);

    /// <summary>The events for which this chat has a right.</summary>
    public IReadOnlyList<EventInfo> EventsFor(Right right) => Access.May(right) ? Events : [.. Events.Where(e => May(right, e))];

    /// <summary>Whether what was asked takes words of one's own.</summary>
    public bool AwaitsWords => !ListensToAll && State.Asked is { } asked && (asked.Options.Count == 0 || asked.TakesText);

    /// <summary>Whether words typed now are an answer: they are awaited, or a form is being filled. Then no command and no question for counts is read from them.</summary>
    public bool ExpectsWords => AwaitsWords || State.Dialog is DialogState.Filling || (!ListensToAll && State.Asked is null);

    private bool ListensToAll => State.Dialog is DialogState.Asked or DialogState.Menu or DialogState.StaffMenu;

    /// <summary>The language of the chat; Kazakh until one is chosen.</summary>
    public string Language => State.Language ?? "kk";

    /// <summary>A text in the chat's language.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Context.Texts.Say(key, Language, values);

    /// <summary>A choice whose label is a text.</summary>
    public Option Choice(string key) => new(key, Text(key));

    /// <summary>Changes the state.</summary>
    public void Remember(Func<ChatState, ChatState> change) => State = change(State);

    /// <summary>Adds a paragraph to the next message.</summary>
    public void Say(string text) { if (text.Length > 0) lines.Add(text); }

    /// <summary>Adds a paragraph by key.</summary>
    public void Tell(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Say(Text(key, values));

    /// <summary>Ends the message with a question and its choices.</summary>
    public void Ask(string text, IReadOnlyList<Option> options) => Ask(new Reply.Message(text) { Options = options });

    /// <summary>Ends the message with a question; it is what the next answer is matched against. Its number and words are put in here.</summary>
    public void Ask(Reply.Message question)
    {
        Say(question.Text);
        var prompt = question.Options.Count > 0 ? State.Prompt + 1 : State.Prompt;
        var asked = question with { Prompt = prompt, Words = Words(), Replaces = null };
        replies.Add(asked with { Text = Flush(), Replaces = question.Replaces });
        State = State with { Asked = asked, Prompt = prompt, AskedAt = Context.Now };
    }

    /// <summary>Shows the open question with other marks on its choices, in the place of the message that was pressed where the channel can; its buttons so far still count.</summary>
    public void Mark(Reply.Message question, MessageRef? pressed, int focus)
    {
        var since = State.Asked is { Since: > 0 and var first } ? first : State.Prompt;
        Ask(question with { Replaces = pressed, Since = since, Focus = focus });
    }

    /// <summary>Says the open question again, with its old prompt number, so that buttons above and below both work.</summary>
    public void AskAgain() => Show(question => question);

    /// <summary>Shows another page of the open question's choices.</summary>
    public void TurnTo(int page) => Show(question => question with { Page = page, Focus = null });

    private void Show(Func<Reply.Message, Reply.Message> look)
    {
        if (State.Asked is not { } question) return;
        State = State with { LastPress = null }; // the same button may rightly be pressed again
        Say(question.Text);
        replies.Add(look(question) with { Text = Flush() });
    }

    /// <summary>
    /// Says something the person did not ask for, with buttons that work at any later time. What was open stays open; while a form is being
    /// filled, its question is said again below.
    /// </summary>
    public void Inform(string text, params IReadOnlyList<Option> options) => Inform(new Reply.Message(text) { Options = options, Compact = true });

    /// <summary>Says something the person did not ask for.</summary>
    public void Inform(Reply.Message message)
    {
        Say(message.Text);
        var said = message with { Text = Flush(), Words = Words() };
        replies.Add(said);
        if (said.Options.Count > 0) State = State with { Told = told = said };
        if (State.Dialog is DialogState.Filling { Step: FillingStep.Asking }) AskAgain();
    }

    /// <summary>A choice that works at any later time.</summary>
    /// <param name="key">Key of its label.</param>
    /// <param name="action">What it does: a verb of <see cref="Actions"/> and what it is about.</param>
    public Option Lasting(string key, string action) => new(action, Text(key)) { Lasting = true };

    /// <summary>Puts a finished reply in its place.</summary>
    public void Add(Reply reply) { Break(); replies.Add(reply); }

    /// <summary>Ends the message so far.</summary>
    public void Break() { if (lines.Count > 0) replies.Add(new Reply.Message(Flush())); }

    /// <summary>What this turn has recorded so far; what it knows is older.</summary>
    public IReadOnlyList<Fact> Recorded => facts;

    /// <summary>Records a fact.</summary>
    public void Record(Fact fact) => facts.Add(fact);

    /// <summary>Opens a dialog and lets it ask.</summary>
    public void Goto(DialogState dialog)
    {
        State = State with { Dialog = dialog };
        DialogCatalog.Of(dialog).Open(this, dialog);
    }

    /// <summary>Changes the open dialog's state without asking.</summary>
    public void Stay(DialogState dialog) => State = State with { Dialog = dialog };

    /// <summary>The result; the pressed message, if any, is settled last so that the person sees the next question first. One that was replaced, or stays open to be pressed again, is not.</summary>
    public TurnResult.Decided End(Reply.Settle? settle)
    {
        Break();
        if (replies.LastOrDefault(r => r is Reply.Message or Reply.File) is { } last) State = State with { ToldLast = ReferenceEquals(last, told) };
        if (settle is not null && !StaysOpen && !replies.Any(r => r is Reply.Message { Replaces: not null })) replies.Add(settle);
        return new(State, replies, facts);
    }

    /// <summary>What was pressed comes by itself (a file), nothing was asked anew, and the same choices may be wanted again.</summary>
    private bool StaysOpen => State is { LastPress: null, Asked: { } asked } && !replies.OfType<Reply.Message>().Any(m => m.Prompt == asked.Prompt);

    /// <summary>All events.</summary>
    public IReadOnlyList<EventInfo> Events => Know(new Need.Events());

    /// <summary>An event by id; null when it is gone.</summary>
    public EventInfo? Event(EventId id) => Events.FirstOrDefault(e => e.Id == id);

    /// <summary>The chat's person; null when nobody has consented here yet.</summary>
    public KnownPerson? Person => State.Person is { } id ? Know(new Need.Person(id)) : null;

    /// <summary>A moment in the deployment's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Context.Zone);

    /// <summary>Words around a list of choices.</summary>
    internal ListWords Words() => new(Text("list.open"), Text("list.more"), Text("list.type"));

    private string Flush()
    {
        var text = string.Join("\n\n", lines);
        lines.Clear();
        return text;
    }
}
