using System.Data.Common;

namespace GrantBot.Infrastructure.Storage.Sql;

/// <summary>The one connection that writes, with its prepared statements and a context over it.</summary>
internal abstract class WriterConnection : IDisposable
{
    private readonly DbConnection connection;

    /// <param name="connection">Open.</param>
    /// <param name="db">A context over it: one for all works, since making one costs more than what most of them write.</param>
    /// <param name="named">Parameters go by their names; otherwise by their order.</param>
    protected WriterConnection(DbConnection connection, GrantBotDb db, bool named)
    {
        this.connection = connection;
        Db = db;
        Db.Database.AutoSavepointsEnabled = false;
        Commands = new(connection, named);
    }

    public SqlCommands Commands { get; }

    public GrantBotDb Db { get; }

    /// <summary>Begins a transaction that will write.</summary>
    public abstract DbTransaction Begin();

    /// <summary>Makes it durable.</summary>
    /// <exception cref="DbException">It is not: nothing of it was written.</exception>
    public virtual void Commit(DbTransaction transaction) => transaction.Commit();

    /// <summary>A work lost against a newer state: a row that may be there once only was there.</summary>
    public abstract bool IsConflict(DbException e);

    /// <summary>The whole transaction is lost, not only what failed.</summary>
    public abstract bool EndsCommit(DbException e);

    public void Dispose()
    {
        Db.Dispose();
        Commands.Dispose();
        connection.Dispose();
        GC.SuppressFinalize(this);
    }
}
