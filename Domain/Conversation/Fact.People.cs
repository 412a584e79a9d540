using System.Text.Json.Serialization;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>Lists on paper, lists of earlier registrations, and people who are in the book twice.</summary>
[JsonDerivedType(typeof(ListSigned), nameof(ListSigned))]
[JsonDerivedType(typeof(ImportAsked), nameof(ImportAsked))]
[JsonDerivedType(typeof(PeopleImported), nameof(PeopleImported))]
[JsonDerivedType(typeof(ImportUndone), nameof(ImportUndone))]
[JsonDerivedType(typeof(PeopleMerged), nameof(PeopleMerged))]
[JsonDerivedType(typeof(MergeUndone), nameof(MergeUndone))]
[JsonDerivedType(typeof(PeopleParted), nameof(PeopleParted))]
public abstract partial record Fact
{
    /// <summary>The photo or scan of a signed list was kept as evidence («қатысушылар тізімі (қолымен)»), with how it agrees with the check-ins.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Session">Code of the day or session; null where the event is one.</param>
    /// <param name="Signatures">Signatures somebody counted on the paper.</param>
    /// <param name="Seen">People checked in by then.</param>
    /// <param name="Files">The pages (<see cref="Forms.AnswerFile"/>).</param>
    /// <param name="KeptUntil">When the pages are removed: the end of the consent.</param>
    public sealed record ListSigned(EventId Event, string? Session, int Signatures, int Seen, IReadOnlyList<string> Files, DateTimeOffset KeptUntil) : Fact;

    /// <summary>A member of staff decided to import a list they have seen a preview of.</summary>
    /// <param name="Import">The import.</param>
    /// <param name="Event">The event.</param>
    /// <param name="File">Where the list is kept for the moment.</param>
    /// <param name="Basis">How the people gave consent: on paper, or elsewhere.</param>
    /// <param name="Where">Where they gave it, in the words of staff; empty for paper.</param>
    /// <param name="Guardians">Guardians of those under 18 have signed too.</param>
    /// <param name="People">How many the preview promised: another number by now stops the import.</param>
    /// <param name="Language">Language of the chat.</param>
    public sealed record ImportAsked(Guid Import, EventId Event, string File, ConsentBasis Basis, string Where, bool Guardians, int People, string Language) : Fact;

    /// <summary>A list was imported, as a whole.</summary>
    /// <param name="Import">The import.</param>
    /// <param name="Event">The event.</param>
    /// <param name="Basis">How the people gave consent.</param>
    /// <param name="Where">Where, in the words of staff.</param>
    /// <param name="People">How many.</param>
    /// <param name="Queued">How many of them wait for a seat.</param>
    public sealed record PeopleImported(Guid Import, EventId Event, ConsentBasis Basis, string Where, int People, int Queued) : Fact;

    /// <summary>An import was taken back: its people are erased.</summary>
    public sealed record ImportUndone(Guid Import, EventId Event) : Fact;

    /// <summary>A member of staff decided that two records are of one person; never decided by the program (2-processes.md 2.4).</summary>
    /// <param name="Merge">The merge.</param>
    /// <param name="Kept">The record that goes on, with all that was the other's.</param>
    /// <param name="Gone">The other.</param>
    /// <param name="Cancelled">Registrations that were cancelled for it, since both had one for the same event.</param>
    public sealed record PeopleMerged(Guid Merge, PersonId Kept, PersonId Gone, IReadOnlyList<MergeLoss> Cancelled) : Fact;

    /// <summary>A merge was taken back: everything is whose it was.</summary>
    public sealed record MergeUndone(Guid Merge, PersonId Kept, PersonId Gone) : Fact;

    /// <summary>Two records that are alike belong to two people: nobody is asked again.</summary>
    public sealed record PeopleParted(PersonId First, PersonId Second) : Fact;
}

/// <summary>A registration that a merge cancelled.</summary>
/// <param name="Registration">Which.</param>
/// <param name="From">Where it stood.</param>
public sealed record MergeLoss(RegistrationId Registration, RegistrationStatus From);
