using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>Reaches PostgreSQL the way the program needs it.</summary>
internal static class PostgresDatabase
{
    /// <summary>Statements that come again are prepared by the driver, as EF and the writer send the same few hundred.</summary>
    private const int Prepared = 200;

    /// <summary>A connection string as the program uses it.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Completed(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database)) throw new ArgumentException("no host or no database");
        if (builder.MaxAutoPrepare == 0) builder.MaxAutoPrepare = Prepared;
        if (string.IsNullOrEmpty(builder.ApplicationName)) builder.ApplicationName = "grantbot";
        return builder.ConnectionString;
    }

    /// <summary>Whether a text names a PostgreSQL server and not a file.</summary>
    public static bool IsMeant(string connectionString) => connectionString.Split(';').Any(p => p.Split('=')[0].Trim().ToLowerInvariant() is "host" or "server");

    /// <summary>Options for a context over its own connections.</summary>
    public static DbContextOptions<GrantBotDb> Options(string connectionString, string folder) => With(new DbContextOptionsBuilder<GrantBotDb>().UseNpgsql(connectionString, o => o.ExecutionStrategy(d => new Buffered(d))), connectionString, folder);

    /// <summary>Options for a context that joins a connection and its transaction.</summary>
    public static DbContextOptions<GrantBotDb> Options(NpgsqlConnection connection, string connectionString, string folder) => With(new DbContextOptionsBuilder<GrantBotDb>().UseNpgsql(connection, o => o.ExecutionStrategy(d => new Buffered(d))), connectionString, folder);

    private static DbContextOptions<GrantBotDb> With(DbContextOptionsBuilder<GrantBotDb> builder, string connectionString, string folder)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new EngineOption(new PostgresEngine(connectionString, folder)));
        return builder.Options;
    }
}
