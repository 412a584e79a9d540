namespace GrantBot.Domain.Organising.Publicity;

/// <summary>Something published about the project: a post, an article, a television item (1-report-model.md, Publication).</summary>
/// <param name="Event">The event it is about; null = the project as a whole.</param>
/// <param name="Kind">Code of the list "pubkind" of form publication.</param>
/// <param name="Outlet">Page, paper or channel.</param>
/// <param name="Link">Its address; null where there is none, as of print.</param>
/// <param name="On">The day it appeared.</param>
public sealed record Publication(EventId? Event, string Kind, string Outlet, string? Link, DateOnly On);

/// <summary>A publication as staff see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="What">What was published.</param>
/// <param name="Views">Views, copies or viewers as read last; null = not read yet.</param>
/// <param name="ReadOn">The day they were read.</param>
public sealed record KnownPublication(Guid Id, Publication What, int? Views, DateOnly? ReadOn);
