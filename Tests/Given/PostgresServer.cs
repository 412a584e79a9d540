using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace GrantBot.Tests.Given;

/// <summary>
/// A PostgreSQL server of this process' own: started at first use on a socket in a temporary folder, with which it goes when the process ends,
/// however it ends. A shell keeps it: it reads the process' end of a pipe, and the system closes that end even after SIGKILL.
/// </summary>
internal sealed class PostgresServer
{
    public const string Missing = "PostgreSQL is not installed (initdb, postgres): apt-get install postgresql";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Lazy<PostgresServer?> Own = new(() => Programs() is { } programs ? new PostgresServer(Process.Start(Keeper(programs))!) : null);

    /// <summary>Nothing has to outlive a power cut, since the tests throw it away: durability is off, and what is on the disk goes with the folder.</summary>
    private static readonly string[] Settings =
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", // no durability
        "autovacuum=off", "max_wal_size=8GB", // no work behind the tests' backs
        "max_connections=200", "shared_buffers=64MB", // many small databases at once
        "listen_addresses=", "port=5432", // only the socket in the folder, whatever PGPORT says
        "dynamic_shared_memory_type=mmap", // in the folder
    ];

    /// <summary>$1: where the programs are; the rest: arguments of the server. Says its folder, in /tmp since a socket's path has 107 bytes at most; ends, and ends the server, when its input does.</summary>
    private const string Script = """
        trap '' INT TERM HUP
        programs=$1; shift
        folder=$(mktemp -d /tmp/grantbot-pg-XXXXXX) || exit 1
        echo "$folder"
        exec 3<&0
        if "$programs/initdb" -D "$folder/data" -U grantbot --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" 2>&1; then
          "$programs/postgres" -D "$folder/data" -k "$folder" "$@" >"$folder/log" 2>&1 3<&- &
          server=$!
          { read -r _; while kill -QUIT $server; do sleep 0.05; done; } <&3 >/dev/null 2>&1 &
          watcher=$!
          wait $server
          kill -KILL $watcher
        fi
        tail -n 20 "$folder/log" >&2
        rm -rf "$folder"
        """;

    private readonly string folder;
    private readonly Process keeper; // held on to, since its pipe is what keeps the server alive
    private int databases;

    private PostgresServer(Process keeper)
    {
        this.keeper = keeper;
        folder = keeper.StandardOutput.ReadLine() ?? throw Failure(keeper);
        WaitUntilItAnswers(keeper, folder);
    }

    /// <summary>The running server; null = PostgreSQL is not installed.</summary>
    public static PostgresServer? Find() => Own.Value;

    /// <summary>The running server; the test is skipped where PostgreSQL is not installed.</summary>
    public static PostgresServer Required()
    {
        Assert.SkipUnless(Find() is not null, Missing);
        return Find()!;
    }

    /// <summary>Connection string of a new database: an empty one, or a copy of another that was made here (its connections are ended).</summary>
    /// <remarks>Files are copied: 50 small tables take 20 ms that way and 28 by the log.</remarks>
    public string NewDatabase(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        if (template is not null)
        {
            ClearPool(template);
            Execute($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{Name(template)}'");
        }
        Execute($"CREATE DATABASE {name} TEMPLATE {(template is null ? "template0" : Name(template))} STRATEGY = FILE_COPY");
        return Connection(folder, name);
    }

    /// <summary>Deletes a database that was made here, whoever is still connected to it.</summary>
    public void Drop(string connectionString)
    {
        Execute($"DROP DATABASE {Name(connectionString)} WITH (FORCE)");
        ClearPool(connectionString);
    }

    /// <summary>How the keeper is started: as the user postgres where this process is root, whom PostgreSQL does not serve.</summary>
    internal static ProcessStartInfo Keeper(string programs)
    {
        string[] command = ["sh", "-c", Script, "postgres-of-tests", programs, .. Settings.SelectMany(s => new[] { "-c", s })];
        if (Environment.IsPrivilegedProcess) command = ["runuser", "-u", "postgres", "--", .. command];
        return new(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
    }

    /// <summary>The folder with initdb and postgres: of PATH, else Debian's newest; null = there is none.</summary>
    internal static string? Programs() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(!Directory.Exists("/usr/lib/postgresql") ? [] : Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(Version).Select(d => Path.Combine(d, "bin")))
        .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));

    /// <summary>Returns when a server answers in a folder.</summary>
    /// <exception cref="InvalidOperationException">It ended, or is silent for too long; with what it logged last.</exception>
    internal static void WaitUntilItAnswers(Process keeper, string folder)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection(Connection(folder, "postgres"));
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (!keeper.WaitForExit(20) && Stopwatch.GetElapsedTime(began) < Patience) { }
            catch (NpgsqlException) { throw Failure(keeper); }
        }
    }

    private static InvalidOperationException Failure(Process keeper)
    {
        keeper.StandardInput.Close();
        return new("PostgreSQL does not start: " + keeper.StandardError.ReadToEnd());
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Connection(folder, "postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static void ClearPool(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private static string Connection(string folder, string database) => new NpgsqlConnectionStringBuilder { Host = folder, Username = "grantbot", Database = database }.ConnectionString;

    private static string Name(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
