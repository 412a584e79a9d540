using System.Data.Common;
using GrantBot.Infrastructure.Storage.Sql;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>
/// The connection that writes to PostgreSQL. It holds a lock by which a second program on the same database waits and then gives up, since each keeps in memory what
/// it wrote. When the server goes away it is opened again; what a commit came to whose answer was lost, the server is asked.
/// </summary>
internal sealed class PostgresWriting : WriterConnection
{
    private const int Lock = 0x6772616e; // "gran"; advisory locks are of one database
    private const int MostAsked = 60;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly NpgsqlConnection connection;
    private string transactionId = "";

    private PostgresWriting(NpgsqlConnection connection, string connectionString, string folder)
        : base(connection, new GrantBotDb(PostgresDatabase.Options(connection, connectionString, folder)), named: false) => this.connection = connection;

    /// <exception cref="UnfitDatabaseException">Another program works on the database.</exception>
    public static PostgresWriting Open(string connectionString, string folder) => new(OpenAlone(connectionString), connectionString, folder);

    /// <summary>A connection that nobody else has at the same time, for as long as it is open.</summary>
    /// <exception cref="UnfitDatabaseException">Another program works on the database.</exception>
    public static NpgsqlConnection OpenAlone(string connectionString)
    {
        var opened = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString); // a pooled one would keep the lock
        try
        {
            OpenAlone(opened);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public override DbTransaction Begin()
    {
        try
        {
            if (connection.State is System.Data.ConnectionState.Open) return Started();
        }
        catch (DbException) { } // the server went away meanwhile; nothing was begun
        Reopen();
        return Started();
    }

    public override void Commit(DbTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (Exception e) when (e is not PostgresException { SqlState: [not '5', ..] }) // the answer was lost, not given
        {
            if (!WasCommitted()) throw;
        }
    }

    /// <summary>Class 23: integrity constraint violation.</summary>
    public override bool IsConflict(DbException e) => e.SqlState is ['2', '3', ..];

    /// <summary>The network, or the server itself: classes 08 and 25, 53 (no room), 57 (stopped), 58 (its disk), XX. What is too large for it (54) or locked (55) concerns one work alone.</summary>
    public override bool EndsCommit(DbException e) => connection.State is not System.Data.ConnectionState.Open || e.SqlState is null or ['0', '8', ..] or ['2', '5', ..] or ['5', '3' or '7' or '8', ..] or ['X', ..];

    private NpgsqlTransaction Started()
    {
        var transaction = connection.BeginTransaction();
        transactionId = Text("SELECT pg_current_xact_id()::text")!;
        return transaction;
    }

    private bool WasCommitted()
    {
        for (var asked = 1; ; asked++)
        {
            try
            {
                Reopen();
                if (Text($"SELECT pg_xact_status('{transactionId}'::xid8)") is { } status && status != "in progress") return status == "committed";
            }
            catch (DbException) when (asked < MostAsked) { }
            if (asked == MostAsked) return false; // nobody knows; what was received and is there all the same is answered at the next start
            Task.Delay(Between, TimeProvider.System, CancellationToken.None).Wait();
        }
    }

    private void Reopen()
    {
        connection.Close();
        OpenAlone(connection);
    }

    private static void OpenAlone(NpgsqlConnection connection)
    {
        connection.Open();
        try
        {
            using var command = new NpgsqlCommand($"SET lock_timeout = '{Math.Max(1, connection.ConnectionTimeout)}s'; SELECT pg_advisory_lock({Lock}); SET lock_timeout = 0", connection) { CommandTimeout = 0 };
            command.ExecuteNonQuery();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            connection.Close();
            throw new UnfitDatabaseException("Another GrantBot works on this database. Stop it first, or give this one a database of its own.");
        }
    }

    private string? Text(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() as string;
    }
}
