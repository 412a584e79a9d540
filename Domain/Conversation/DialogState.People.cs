using System.Text.Json.Serialization;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff at work with lists and people.</summary>
[JsonDerivedType(typeof(ChoosingList), "list")]
[JsonDerivedType(typeof(SigningList), "signed")]
[JsonDerivedType(typeof(Importing), "import")]
[JsonDerivedType(typeof(UndoingImport), "unimport")]
[JsonDerivedType(typeof(Doubles), "doubles")]
[JsonDerivedType(typeof(Merges), "merges")]
[JsonDerivedType(typeof(MergeCard), "merge")]
public abstract partial record DialogState
{
    /// <summary>Which list of an event, and as what.</summary>
    public sealed record ChoosingList(EventId Event) : DialogState;

    /// <summary>Staff send the pages of a signed list, then say of which session it is and how many signatures are on it.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Files">Pages taken so far.</param>
    /// <param name="IsWhole">All pages are there.</param>
    /// <param name="Session">Code of the session; null = not chosen yet, or the event has none.</param>
    public sealed record SigningList(EventId Event, IReadOnlyList<string> Files, bool IsWhole = false, string? Session = null) : DialogState;

    /// <summary>A list of earlier registrations is being imported.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Step">Where it stands.</param>
    /// <param name="File">Where the list is kept for the moment; null = not sent yet.</param>
    /// <param name="People">People the preview promised.</param>
    /// <param name="Minors">How many of them are under 18.</param>
    /// <param name="Basis">How they gave consent, once said.</param>
    /// <param name="Where">Where, in the words of staff.</param>
    /// <param name="Guardians">Guardians signed too.</param>
    public sealed record Importing(EventId Event, ImportStep Step, string? File = null, int People = 0, int Minors = 0, ConsentBasis Basis = ConsentBasis.Chat, string Where = "", bool Guardians = false) : DialogState;

    /// <summary>Confirm that an import is taken back.</summary>
    public sealed record UndoingImport(Guid Import) : DialogState;

    /// <summary>Two records that are alike are shown.</summary>
    /// <param name="Skip">Pairs put off in this round.</param>
    /// <param name="First">The one met first.</param>
    /// <param name="Second">The other.</param>
    public sealed record Doubles(int Skip, PersonId First, PersonId Second) : DialogState;

    /// <summary>Merges that can be taken back.</summary>
    public sealed record Merges : DialogState;

    /// <summary>One merge.</summary>
    public sealed record MergeCard(Guid Merge) : DialogState;
}

/// <summary>Where an import stands.</summary>
public enum ImportStep
{
    /// <summary>The file is awaited.</summary>
    File = 0,

    /// <summary>The preview is shown; how did the people give consent?</summary>
    Consent = 1,

    /// <summary>In which form did they?</summary>
    Where = 2,

    /// <summary>Did guardians sign?</summary>
    Guardians = 3,

    /// <summary>All is said; begin?</summary>
    Ready = 4,
}
