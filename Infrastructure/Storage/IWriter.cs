namespace GrantBot.Infrastructure.Storage;

/// <summary>Writes to the database. SQLite has one writer that commits in groups; PostgreSQL will have its own.</summary>
internal interface IWriter : IDisposable
{
    /// <summary>Queues work; the task ends when it is durable. False = decide again on the newer state.</summary>
    Task<bool> WriteAsync(Work work);
}

/// <summary>A projection found that the decision no longer holds (the last seat went to somebody else): the turn is taken again.</summary>
internal sealed class ConflictException(string what) : Exception(what);
