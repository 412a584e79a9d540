namespace GrantBot.Domain.Registration.Sources;

/// <summary>A place where an event's link was put up, and how many came from there.</summary>
/// <param name="Code">Short Latin code, the end of its link.</param>
/// <param name="Name">What staff call it: «Instagram», «№7 мектеп». Never a person.</param>
/// <param name="Opened">Conversations that first came to the event by its link.</param>
/// <param name="Registered">Of those, registrations that were not cancelled.</param>
/// <param name="Came">Of those, people who came.</param>
public sealed record KnownSource(string Code, string Name, int Opened, int Registered, int Came);

/// <summary>All sources of an event, the oldest first.</summary>
/// <param name="All">One each.</param>
/// <param name="Registered">Registrations without a source that were not cancelled.</param>
/// <param name="Came">Of those, people who came.</param>
public sealed record EventSources(IReadOnlyList<KnownSource> All, int Registered, int Came);
