using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>Opens contexts for reading. Writing goes through <see cref="Writer"/>.</summary>
internal sealed class Databases(DbContextOptions<GrantBotDb> options) : IDbContextFactory<GrantBotDb>, IDisposable
{
    private readonly ConcurrentBag<GrantBotDb> idle = [];

    /// <summary>A context of its own, for seldom and long reading.</summary>
    public GrantBotDb CreateDbContext() => new(options);

    /// <summary>
    /// Reads what every message needs. Contexts and their open connections are used again, since making them costs more than the reading;
    /// so the query must track nothing and its result must be read to the end.
    /// </summary>
    public T Read<T>(Func<GrantBotDb, T> query)
    {
        if (!idle.TryTake(out var db)) db = Open();
        T result;
        try
        {
            result = query(db);
        }
        catch
        {
            db.Dispose(); // whatever was wrong with it ends here
            Dispose(); // and with the others: a server that went away took all connections with it
            throw;
        }
        idle.Add(db);
        return result;
    }

    public void Dispose() { while (idle.TryTake(out var db)) db.Dispose(); }

    private GrantBotDb Open()
    {
        var db = new GrantBotDb(options);
        db.Database.OpenConnection();
        return db;
    }
}
