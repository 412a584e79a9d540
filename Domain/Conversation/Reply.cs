using System.Text.Json.Serialization;

namespace GrantBot.Domain.Conversation;

/// <summary>What the bot says or does in a chat. A closed family, stored as JSON in the outbox until the channel has taken it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(File), "file")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Hint), "hint")]
[JsonDerivedType(typeof(Topic), "topic")]
[JsonDerivedType(typeof(Leave), "leave")]
public abstract record Reply
{
    private Reply() { }

    /// <summary>As what its message id is remembered once the channel has taken it; null = as nothing.</summary>
    public SentAs? As { get; init; }

    /// <summary>Where in a group; null = in a chat of two, or anywhere.</summary>
    public GroupSpot? At { get; init; }

    /// <summary>A message, with or without choices.</summary>
    /// <param name="Text">Plain text with line feeds; the channel escapes and splits it as it must.</param>
    public sealed record Message(string Text) : Reply
    {
        /// <summary>Choices in order; empty when a free answer is expected.</summary>
        public IReadOnlyList<Option> Options { get; init; } = [];

        /// <summary>Number of the prompt the choices belong to, so that a late press is told from a fresh one. 0 = no choices.</summary>
        public int Prompt { get; init; }

        /// <summary>Label of a button that shares the person's own phone number, where the channel has one; else null.</summary>
        public string? ContactButton { get; init; }

        /// <summary>Label of a button that shares where the person is, where the channel has one; else null.</summary>
        public string? LocationButton { get; init; }

        /// <summary>What a free answer is, so that a page can offer the right keyboard or a calendar.</summary>
        public Expected Expects { get; init; }

        /// <summary>
        /// The earlier look of the same question, whose place this one takes where the channel can edit; elsewhere it is said anew.
        /// </summary>
        public MessageRef? Replaces { get; init; }

        /// <summary>Number of the first prompt of the same question, when it was shown again with other marks: buttons since then still count. 0 = this prompt.</summary>
        public int Since { get; init; }

        /// <summary>Zero-based page of a long list of choices, on channels that show only some at a time.</summary>
        public int Page { get; init; }

        /// <summary>Position of a choice the first page must show, where there are pages: the one pressed last.</summary>
        public int? Focus { get; init; }

        /// <summary>Words a channel needs around a list of choices, in the person's language.</summary>
        public ListWords? Words { get; init; }

        /// <summary>A free answer is expected too (Skip below a question): then only a whole label typed counts as a choice, and no number.</summary>
        public bool TakesText { get; init; }

        /// <summary>What goes in its place where only approved templates may be sent (WhatsApp, 24 hours after the person last wrote); null = the person is asked to write first.</summary>
        public ApprovedTemplate? Template { get; init; }

        /// <summary>Lay short choices side by side where the channel can (yes and no).</summary>
        public bool Compact { get; init; }
    }

    /// <summary>A file made by the bot; a picture is shown, anything else is offered for download.</summary>
    /// <param name="FileId">Key in the file store.</param>
    /// <param name="Name">File name shown to the person.</param>
    /// <param name="MediaType">MIME type.</param>
    /// <param name="Caption">Text below it; also the alternative text of a picture.</param>
    public sealed record File(string FileId, string Name, string MediaType, string Caption) : Reply;

    /// <summary>The message whose button was pressed now shows the choice, and its buttons go. Channels that cannot edit ignore it.</summary>
    /// <param name="On">The message.</param>
    /// <param name="Choice">Label of the choice made.</param>
    public sealed record Settle(MessageRef On, string Choice) : Reply;

    /// <summary>An earlier message of the chat goes. Channels that cannot do so ignore it.</summary>
    /// <param name="On">The message.</param>
    public sealed record Remove(MessageRef On) : Reply;

    /// <summary>A short note that only who pressed a button of a group reads.</summary>
    /// <param name="Press">The press.</param>
    /// <param name="Text">At most 200 characters.</param>
    public sealed record Hint(string Press, string Text) : Reply;

    /// <summary>A topic of a group is made, closed or opened again.</summary>
    /// <param name="Name">Its name, at most 128 characters.</param>
    /// <param name="Id">The channel's id of it; null = a new one.</param>
    /// <param name="IsOpen">People may write in it.</param>
    public sealed record Topic(string Name, string? Id, bool IsOpen) : Reply;

    /// <summary>The bot leaves the group.</summary>
    public sealed record Leave : Reply;
}

/// <summary>What a message is to be found as later, by the id its channel gave it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Of which.</param>
public sealed record SentAs(SentKind Kind, long Number);

/// <summary>What a message is.</summary>
public enum SentKind
{
    /// <summary>The words of something that was said about a request for advice.</summary>
    Line = 0,

    /// <summary>The file of something that was said.</summary>
    LineFile = 1,

    /// <summary>The card of a request in the staff group.</summary>
    Card = 2,

    /// <summary>The topic of a request in the staff group.</summary>
    Topic = 3,
}

/// <summary>The use of an approved template.</summary>
/// <param name="Use">What it is for, such as "rem_day"; a deployment names its template for each use and language.</param>
/// <param name="Values">Values of its variables in order.</param>
public sealed record ApprovedTemplate(string Use, IReadOnlyList<string> Values)
{
    /// <summary>Uses: reminders of tomorrow and of today, an offered seat, another date, an event called off, the weekly digest of staff, surveys, a message of staff.</summary>
    public const string RemindsDay = "rem_day", RemindsHour = "rem_hour", Offers = "offer", Moves = "moved", CallsOff = "calledoff", Digest = "digest", Surveys = "survey", SurveysAgain = "survey_again", News = "news";

    /// <summary>Every use there is, as settings name them.</summary>
    public static readonly IReadOnlyList<string> Uses = [RemindsDay, RemindsHour, Offers, Moves, CallsOff, Digest, Surveys, SurveysAgain, News];

    /// <summary>The values of a text's own words, in their order.</summary>
    public static ApprovedTemplate Of(string use, params IEnumerable<(string Name, object? Value)> words) => new(use, [.. words.Select(w => w.Value?.ToString() ?? "")]);
}

/// <summary>What a free answer is.</summary>
public enum Expected
{
    /// <summary>Anything.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Decimal,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time.</summary>
    DateTime,
}

/// <summary>One choice.</summary>
/// <param name="Id">What the choice means to the dialog that offered it; never leaves the bot unless <see cref="Lasting"/>.</param>
/// <param name="Label">What the person reads; also accepted when typed.</param>
public sealed record Option(string Id, string Label)
{
    /// <summary>A second line where the channel has room for it (WhatsApp: 72 characters).</summary>
    public string? Description { get; init; }

    /// <summary>It is among those chosen so far; its label says so too.</summary>
    public bool Picked { get; init; }

    /// <summary>A page on the web that the choice opens, where the channel can; elsewhere its address stands in the text. Nothing comes back of it. Null = a choice like others.</summary>
    public string? Url { get; init; }

    /// <summary>True when the press must work at any later time (a reminder's "I can't come"): then the id itself travels, at most 60 ASCII characters.</summary>
    public bool Lasting { get; init; }
}

/// <summary>Words around a list of choices.</summary>
/// <param name="Open">Title of the button that opens the list (WhatsApp: 20 characters).</param>
/// <param name="More">Title of the row that leads to the next page (24 characters).</param>
/// <param name="TypeNumber">Sentence that asks to type a number, for channels that must number the choices in the text.</param>
public sealed record ListWords(string Open, string More, string TypeNumber);

/// <summary>The text a button carries through a platform and back. At most 64 ASCII characters, Telegram's limit (platform/telegram.md A5.2).</summary>
public abstract record ButtonToken
{
    private ButtonToken() { }

    /// <summary>A choice of a prompt, by position.</summary>
    public sealed record Choice(int Prompt, int Index) : ButtonToken;

    /// <summary>The wish to see another page of a prompt's choices.</summary>
    public sealed record Turn(int Prompt, int Page) : ButtonToken;

    /// <summary>A lasting action.</summary>
    public sealed record Action(string Id) : ButtonToken;

    /// <summary>Writes a choice: "7.2", or "!id" when it is lasting.</summary>
    public static string Of(Reply.Message message, int index) =>
        message.Options[index] is { Lasting: true } o ? "!" + o.Id : $"{message.Prompt}.{index}";

    /// <summary>Writes a turn to another page: "7.p1".</summary>
    public static string OfPage(Reply.Message message, int page) => $"{message.Prompt}.p{page}";

    /// <summary>Reads a token; null when it is none of ours.</summary>
    public static ButtonToken? Read(string token)
    {
        if (token.Length is 0 or > 64) return null;
        if (token[0] == '!') return token.Length > 1 ? new Action(token[1..]) : null;
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !int.TryParse(token.AsSpan(0, dot), out var prompt)) return null;
        var rest = token.AsSpan(dot + 1);
        if (rest.StartsWith("p", StringComparison.Ordinal)) return int.TryParse(rest[1..], out var page) ? new Turn(prompt, page) : null;
        return int.TryParse(rest, out var index) ? new Choice(prompt, index) : null;
    }
}
