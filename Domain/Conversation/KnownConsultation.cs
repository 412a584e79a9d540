using GrantBot.Domain.Consultations;

namespace GrantBot.Domain.Conversation;

/// <summary>A request for advice as a conversation needs it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Person">Who asked; null when they were erased.</param>
/// <param name="Owner">The staff chat that has it; null = nobody.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Sheet">What was asked, and what was advised.</param>
public sealed record KnownConsultation(long Number, PersonId? Person, ChatId? Owner, ConsultationStatus Status, ConsultationSheet Sheet)
{
    /// <summary>The chat the person wrote from last; null where staff wrote the request down.</summary>
    public ChatId? Chat { get; init; }

    /// <summary>The channel of that chat.</summary>
    public ChannelKind Channel { get; init; }

    /// <summary>The language of that chat.</summary>
    public string ChatLanguage { get; init; } = "kk";

    /// <summary>When the person last wrote on it.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>When the person was asked by a template to write again, and has not yet; null = they were not.</summary>
    public DateTimeOffset? AskedBackAt { get; init; }

    /// <summary>Name of the owner as it stands in the journal; "" while they have not said it.</summary>
    public string Adviser { get; init; } = "";

    /// <summary>How the person came.</summary>
    public ConsultationWay Way { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What the person said last is not answered yet.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>By when it is to be answered.</summary>
    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>The person's data were erased: nobody is to be answered.</summary>
    public bool IsErased => Person is null || Status is ConsultationStatus.Erased;

    /// <summary>Nobody closed it, and it is somebody's.</summary>
    public bool IsOpen => Status is ConsultationStatus.Waiting or ConsultationStatus.Taken;

    /// <summary>It was closed so lately that the person may go on with it.</summary>
    public bool Reopens(DateTimeOffset now) => Status is ConsultationStatus.Closed && Chat is not null && now - ClosedAt <= ConsultationTimes.Reopens;
}

/// <summary>Something said about a request.</summary>
/// <param name="Consultation">The request's number.</param>
/// <param name="ByPerson">By who asked; false = by staff.</param>
/// <param name="Text">The words; "" = only a file.</param>
/// <param name="File">A file; null = none.</param>
/// <param name="At">When.</param>
public sealed record KnownLine(long Consultation, bool ByPerson, string Text, PassedFile? File, DateTimeOffset At)
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Who said it took it back.</summary>
    public bool Unsaid { get; init; }

    /// <summary>The member of staff who said it; null = the person did, or nobody wrote down who.</summary>
    public ChatId? SaidBy { get; init; }

    /// <summary>The name of that member of staff; "" while they have not said it.</summary>
    public string Adviser { get; init; } = "";

    /// <summary>The chat it was said in.</summary>
    public ChatId? SaidIn { get; init; }

    /// <summary>The channel's id of the message in which it was said; null where the channel gave none.</summary>
    public string? SaidId { get; init; }

    /// <summary>The chat that was shown it last; null = none.</summary>
    public ChatId? ShownIn { get; init; }

    /// <summary>The channel's ids of the messages there that hold its words and its file.</summary>
    public string? ShownId { get; init; }

    /// <inheritdoc cref="ShownId"/>
    public string? FileShownId { get; init; }
}

/// <summary>An answer that was kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Texts">The answer by language.</param>
public sealed record KnownAnswer(long Id, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The answer in a language, else in any.</summary>
    public string In(string language) => Texts.GetValueOrDefault(language) ?? Texts.Values.FirstOrDefault() ?? "";
}

/// <summary>A file somebody wants to pass on: kept, or the key of the text that says why it was not taken.</summary>
/// <param name="File">The file; null = refused.</param>
/// <param name="Refused">Key of the text; null = taken.</param>
public sealed record PassedOn(PassedFile? File, string? Refused);

/// <summary>A file that is passed on.</summary>
/// <param name="Id">Its key in the file store.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its MIME type.</param>
public sealed record PassedFile(string Id, string Name, string MediaType);

/// <summary>A member of staff who may advise.</summary>
/// <param name="Chat">Their chat.</param>
/// <param name="Name">Their name in the journal; "" while they have not said it.</param>
public sealed record KnownAdviser(ChatId Chat, string Name);

/// <summary>The group where staff advise together.</summary>
/// <param name="Chat">Its chat.</param>
/// <param name="IsForum">Each request gets a topic.</param>
public sealed record KnownStaffGroup(ChatId Chat, bool IsForum);

/// <summary>A request in the staff group.</summary>
/// <param name="Topic">The channel's id of its topic; null = it has none.</param>
/// <param name="Message">The channel's id of its card; null = it is on its way.</param>
public sealed record KnownCard(string? Topic, string? Message);

/// <summary>The journal in numbers.</summary>
/// <param name="People">People advised, each once.</param>
/// <param name="Entries">Closed requests, with those staff wrote down.</param>
/// <param name="Topics">Entries by topic, the most frequent first.</param>
/// <param name="Asked">Requests that came by chat and were due to be answered, or were answered.</param>
/// <param name="InTime">Of those, answered in time.</param>
/// <param name="Rated">Entries that were rated.</param>
/// <param name="Sum">Sum of the ratings, each from 1 to 5.</param>
public sealed record ConsultationCounts(int People, int Entries, IReadOnlyList<(string Topic, int Count)> Topics, int Asked, int InTime, int Rated, int Sum);

/// <summary>What turns about consultations have to know.</summary>
public abstract partial record Need
{
    /// <summary>A need that the reader of consultations answers.</summary>
    public abstract record OfConsultations : Need;

    /// <summary>The number of the next request.</summary>
    public sealed record NextConsultation : OfConsultations, IFor<long>;

    /// <summary>A request for advice; null = there is none.</summary>
    public sealed record Consultation(long Number) : OfConsultations, IFor<KnownConsultation?>;

    /// <summary>The newest request a person made by chat; null = none.</summary>
    public sealed record LastConsultation(PersonId Of) : OfConsultations, IFor<KnownConsultation?>;

    /// <summary>Requests that wait, and those of a staff chat, in the order they were made; at most thirty.</summary>
    public sealed record OpenConsultations(ChatId Owner) : OfConsultations, IFor<IReadOnlyList<KnownConsultation>>;

    /// <summary>What was said in a chat by the message with this id of its channel; null = nothing that was passed on.</summary>
    public sealed record SaidAs(ChatId Chat, string Message) : OfConsultations, IFor<KnownLine?>;

    /// <summary>What is shown in a chat by the message with this id of its channel; null = nothing that was passed on.</summary>
    public sealed record ShownAs(ChatId Chat, string Message) : OfConsultations, IFor<KnownLine?>;

    /// <summary>One thing that was said; null = it is kept no longer.</summary>
    public sealed record ConsultationLine(long Id) : OfConsultations, IFor<KnownLine?>;

    /// <summary>What was said about a request so far, at most the last twenty.</summary>
    public sealed record ConsultationLines(long Number) : OfConsultations, IFor<IReadOnlyList<KnownLine>>;

    /// <summary>A file somebody sent to be passed on, fetched and kept.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Name">The name its sender gave.</param>
    /// <param name="MediaType">What its sender's program calls it.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    public sealed record FileToPass(string Handle, string? Name, string? MediaType, long? Bytes) : Need, IFor<PassedOn>
    {
        /// <summary>So long it is kept for a message that is not sent yet; null = as long as what is said about a request.</summary>
        public TimeSpan? For { get; init; }
    }

    /// <summary>The staff group; null = there is none.</summary>
    public sealed record StaffGroup : OfConsultations, IFor<KnownStaffGroup?>;

    /// <summary>The language of an invitation of a group that holds; null = it does not.</summary>
    public sealed record GroupCode(string Hash) : OfConsultations, IFor<string?>;

    /// <summary>A request in the staff group; null = it was not told there.</summary>
    public sealed record Card(long Number) : OfConsultations, IFor<KnownCard?>;

    /// <summary>The request that a topic, or a message, of the staff group is about; null = none.</summary>
    public sealed record CardAt(string? Topic, string? Message) : OfConsultations, IFor<long?>;

    /// <summary>Kept answers that share words with a question, the best first; at most three.</summary>
    public sealed record FittingAnswers(string Question) : OfConsultations, IFor<IReadOnlyList<KnownAnswer>>;

    /// <summary>Everybody who may advise.</summary>
    public sealed record Advisers : OfConsultations, IFor<IReadOnlyList<KnownAdviser>>;

    /// <summary>The journal in numbers.</summary>
    public sealed record JournalCounts : OfConsultations, IFor<ConsultationCounts>;
}
