namespace GrantBot.Domain.Programme;

/// <summary>A grant project (жоба, проект) and what its contract promises (1-report-model.md, GrantProject and Indicator).</summary>
/// <param name="Code">Short code, as it begins the numbers of certificates; never changes.</param>
/// <param name="Title">Title by language.</param>
/// <param name="Contract">Number of the grant contract.</param>
/// <param name="From">First day of the project.</param>
/// <param name="To">Last day of the project.</param>
/// <param name="Operator">The grant operator, to whom it reports.</param>
public sealed record GrantProject(string Code, Localised Title, string Contract, DateOnly From, DateOnly To, string Operator)
{
    /// <summary>People who shall take part; null = the contract does not say, so below.</summary>
    public int? Participants { get; init; }

    /// <summary>Events that shall take place.</summary>
    public int? Events { get; init; }

    /// <summary>Consultations that shall be given.</summary>
    public int? Consultations { get; init; }

    /// <summary>Put away by staff: new events do not offer it, its events and reports keep it.</summary>
    public bool Away { get; init; }

    /// <summary>Participants who shall be satisfied, percent.</summary>
    public int? Satisfaction { get; init; }
}

/// <summary>What became of a project so far.</summary>
/// <param name="Events">Its events that began and were not called off.</param>
/// <param name="Registered">People registered for any of its events, each once.</param>
/// <param name="Attended">People who came to any of them, each once.</param>
/// <param name="Consultations">Consultations closed within its term.</param>
/// <param name="Satisfied">Answers to its satisfaction surveys that are satisfied.</param>
/// <param name="Answered">Answers that say; 0 = there are none.</param>
public sealed record ProjectCounts(int Events, int Registered, int Attended, int Consultations, int Satisfied, int Answered);
