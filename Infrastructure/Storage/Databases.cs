using System.Collections.Concurrent;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>
/// Short-lived contexts for reading, over connections that stay open: opening one costs more than most questions asked of it.
/// Writing goes through <see cref="IWriter"/>.
/// </summary>
internal sealed class Databases(string connectionString) : IDbContextFactory<GrantBotDb>, IDisposable
{
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool closed;

    public GrantBotDb CreateDbContext()
    {
        if (!idle.TryTake(out var reader))
        {
            var connection = SqliteDatabase.Open(connectionString);
            reader = new(connection, SqliteDatabase.Options(connection));
        }
        return new(reader.Options, () => Return(reader));
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader)) reader.Connection.Dispose();
    }

    private void Return(Reader reader)
    {
        if (closed) reader.Connection.Dispose();
        else idle.Add(reader);
    }

    private sealed record Reader(SqliteConnection Connection, DbContextOptions<GrantBotDb> Options);
}
