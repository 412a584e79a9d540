using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Organising;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Conversation;

/// <summary>
/// Something a turn has to know before it can decide. A turn that lacks it stops and says so; the pipeline reads it and takes the
/// turn again from the start, which costs nothing since a turn has no effects. So no dialog can forget to declare what it reads.
/// A closed family.
/// </summary>
public abstract partial record Need
{
    private Need() { }

    /// <summary>All events in the order of their start.</summary>
    public sealed record Events : Need, IFor<IReadOnlyList<EventInfo>>;

    /// <summary>A person: answers, registrations, consent. Null when erased or unknown.</summary>
    public sealed record Person(PersonId Id) : Need, IFor<KnownPerson?>;

    /// <summary>Whether somebody else holds a registration for the event with this phone.</summary>
    public sealed record PhoneTaken(EventId Event, string Phone, PersonId Except) : Need, IFor<bool>;

    /// <summary>The person for whom a platform vouched for this phone before; null = nobody.</summary>
    public sealed record PhoneOwner(string Phone) : Need, IFor<PersonId?>;

    /// <summary>What a one-time code stands for; null = unknown, used or expired.</summary>
    public sealed record Code(string Hash) : Need, IFor<KnownCode?>;

    /// <summary>A registration with its person's name; null = gone.</summary>
    public sealed record Registration(RegistrationId Id) : Need, IFor<KnownRegistration?>;

    /// <summary>A workbook somebody sent, read and checked as a form.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    public sealed record Workbook(string Handle, long? Bytes) : Need, IFor<CheckedWorkbook>;

    /// <summary>A picture or file somebody answers with, fetched and kept.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Name">The name its sender gave.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    /// <param name="Picture">Only a picture will do.</param>
    public sealed record Attachment(string Handle, string? Name, long? Bytes, bool Picture) : Need, IFor<KeptFile>;

    /// <summary>A list somebody sent for a workbook that is kept, checked together with it.</summary>
    /// <param name="Handle">The channel's id of the file.</param>
    /// <param name="Bytes">Its size, where the channel told.</param>
    /// <param name="Name">The name by which the form knows it, "towns.csv".</param>
    /// <param name="KeptWorkbook">Where the workbook is kept.</param>
    public sealed record FormList(string Handle, long? Bytes, string Name, string KeptWorkbook) : Need, IFor<CheckedWorkbook>;

    /// <summary>A workbook that is kept, with the lists sent for it so far.</summary>
    public sealed record Kept(string File) : Need, IFor<CheckedWorkbook>;

    /// <summary>What a person answered to forms by themselves, newest first.</summary>
    public sealed record Submissions(PersonId Id) : Need, IFor<IReadOnlyList<KnownSubmission>>;

    /// <summary>How many people filled a form, by version.</summary>
    public sealed record AnswerCounts(string FormId) : Need, IFor<IReadOnlyDictionary<string, int>>;

    /// <summary>Turns that met a fault of ours and wait for staff: the newest, or the one asked for.</summary>
    public sealed record Parked(long? Number = null) : Need, IFor<ParkedTurns>;

    /// <summary>The people a question for counts speaks of.</summary>
    public sealed record GroupOf(CountQuestion Question) : Need, IFor<KnownGroup>;

    /// <summary>Names the type of the answer.</summary>
    public interface IFor<out T>;
}

/// <summary>What the pipeline has read for a turn so far.</summary>
public sealed class Knowledge
{
    private readonly Dictionary<Need, object?> found = [];

    /// <summary>Keeps an answer.</summary>
    public void Learn(Need need, object? answer) => found[need] = answer;

    /// <summary>The answer to a need.</summary>
    /// <exception cref="NotKnownException">It was not read yet; caught by <see cref="Turn.Take"/> only.</exception>
    internal T Get<T>(Need.IFor<T> need) => found.TryGetValue((Need)need, out var answer) ? (T)answer! : throw new NotKnownException((Need)need);
}

/// <summary>Stops a turn that lacks knowledge.</summary>
internal sealed class NotKnownException(Need need) : Exception("The turn needs more knowledge")
{
    public Need Need { get; } = need;
}

/// <summary>A group of people.</summary>
/// <param name="People">How many.</param>
/// <param name="WithChat">How many of them have a chat with the bot, their own or their guardian's.</param>
public sealed record KnownGroup(int People, int WithChat);

/// <summary>What is known of a person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Consent">The consent in force; null = none.</param>
/// <param name="Answers">Answers to the last form by question name.</param>
/// <param name="Registrations">Registrations that are not cancelled.</param>
public sealed record KnownPerson(PersonId Id, KnownConsent? Consent, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<KnownRegistration> Registrations);

/// <summary>A consent in force.</summary>
/// <param name="TextVersion">Hash of the text that was read.</param>
/// <param name="At">When it was given.</param>
/// <param name="ByGuardian">By a legal representative; only where the person gave none themselves.</param>
public sealed record KnownConsent(string TextVersion, DateTimeOffset At, bool ByGuardian = false);

/// <summary>What a person answered to a form.</summary>
/// <param name="FormId">The form.</param>
/// <param name="FormVersion">The version they filled.</param>
/// <param name="At">When they finished.</param>
/// <param name="Answers">Answers by name, those inside repeats by the path below the root ("member[2]/name").</param>
public sealed record KnownSubmission(string FormId, string FormVersion, DateTimeOffset At, IReadOnlyDictionary<string, string> Answers);

/// <summary>A workbook that was sent.</summary>
/// <param name="Form">The form; null when there is an error.</param>
/// <param name="Problems">All problems, errors and warnings.</param>
/// <param name="File">Where the workbook is kept for the moment; null when it could not be fetched or is no good form.</param>
public sealed record CheckedWorkbook(Form? Form, IReadOnlyList<FormProblem> Problems, string? File)
{
    /// <summary>Names of the files that were sent for it.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Names of the lists and pictures it takes from files that were not sent yet.</summary>
    public IReadOnlyList<string> Missing { get; } = [.. Problems.Where(p => p.Code is FormProblem.FileMissing or FormProblem.PictureMissing).Select(p => p.Found).Distinct(StringComparer.Ordinal)];
}

/// <summary>What became of a file somebody answers with: its value (<see cref="AnswerFile"/>), or the key of the text that says why it was not taken.</summary>
public sealed record KeptFile
{
    /// <summary>What is stored as the answer; null = refused.</summary>
    public string? Value { get; private init; }

    /// <summary>Key of the text; null = taken.</summary>
    public string? Refused { get; private init; }

    /// <summary>It is kept.</summary>
    public static KeptFile Take(string value) => new() { Value = value };

    /// <summary>It is not.</summary>
    public static KeptFile Refuse(string key) => new() { Refused = key };
}

/// <summary>What a one-time code stands for: a staff role, or a registration a guardian decides about.</summary>
/// <param name="Staff">The role it gives; null = it is no invitation to staff.</param>
/// <param name="Registration">The registration; null = it is no guardian's code.</param>
public sealed record KnownCode(StaffGrant? Staff, RegistrationId? Registration);
