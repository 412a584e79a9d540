namespace GrantBot.Infrastructure.Documents;

/// <summary>A person on the list for signatures.</summary>
/// <param name="Name">Surname, given name, patronymic.</param>
/// <param name="Phone">Contact number, empty when none.</param>
/// <param name="Institution">Place of study or work, empty when none.</param>
/// <param name="Team">The team of a tournament; null when in none.</param>
/// <param name="Territory">City or district in the list's language, empty when unknown.</param>
/// <param name="Ticket">The code at the door, empty when none.</param>
internal sealed record ListedPerson(string Name, string Phone, string Institution, ListedTeam? Team = null, string Territory = "", string Ticket = "");

/// <summary>A team as the list shows it. Two teams of one name are told apart by the rest.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Institution">Where it comes from, empty when unknown.</param>
/// <param name="Coach">Its coach (жетекші), empty when none.</param>
internal sealed record ListedTeam(string Name, string Institution = "", string Coach = "");

/// <summary>What stands above a list.</summary>
/// <param name="Event">The event's title in the list's language.</param>
/// <param name="StartsAt">When it begins, in the deployment's time zone.</param>
/// <param name="Place">Where; empty = left for the pen.</param>
/// <param name="AsOf">When the list was read, in the same zone.</param>
internal sealed record ListHeading(string Event, DateTimeOffset StartsAt, string Place, DateTimeOffset AsOf);
