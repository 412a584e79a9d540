using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>Opens SQLite the way the program needs it: WAL, a durable commit, what is erased overwritten, letters compared as they are.</summary>
internal static class SqliteDatabase
{
    // Readers are many and read little; the system keeps the file's pages anyway.
    private const int WriterCacheKb = 2000, ReaderCacheKb = 400;

    /// <summary>Opens a connection. <paramref name="synchronous"/> is FULL (default: a commit survives a power cut), NORMAL or OFF.</summary>
    public static SqliteConnection Open(string connectionString, string synchronous = "FULL")
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Prepare(connection, synchronous, WriterCacheKb);
        return connection;
    }

    /// <summary>Path of the database's file.</summary>
    public static string File(string connectionString) => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <summary>Options for a context over its own connections.</summary>
    public static DbContextOptions<GrantBotDb> Options(string connectionString, string synchronous = "FULL") =>
        With(new DbContextOptionsBuilder<GrantBotDb>().UseSqlite(connectionString).AddInterceptors(new OnOpen(synchronous)), connectionString, synchronous);

    /// <summary>Options for a context that joins an open connection and its transaction.</summary>
    public static DbContextOptions<GrantBotDb> Options(SqliteConnection connection) => With(new DbContextOptionsBuilder<GrantBotDb>().UseSqlite(connection), connection.ConnectionString, "FULL");

    private static DbContextOptions<GrantBotDb> With(DbContextOptionsBuilder<GrantBotDb> builder, string connectionString, string synchronous)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new EngineOption(new SqliteEngine(connectionString, synchronous)));
        return builder.Options;
    }

    private static void Prepare(SqliteConnection connection, string synchronous, int cacheKb)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON; PRAGMA case_sensitive_like=ON; PRAGMA cache_size=-{cacheKb};";
        command.ExecuteNonQuery();
    }

    private sealed class OnOpen(string synchronous) : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public override void ConnectionOpened(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData) =>
            Prepare((SqliteConnection)connection, synchronous, ReaderCacheKb);

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
