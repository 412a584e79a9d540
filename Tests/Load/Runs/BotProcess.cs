using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Infrastructure.Storage.Sqlite;

namespace GrantBot.Load.Runs;

/// <summary>The bot as a process of its own, on one port and one data folder over all its lives.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private readonly string dll;
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);
    private Process? process;

    public BotProcess(string dll, LoadOptions options)
    {
        this.dll = dll;
        Folder = Directory.CreateTempSubdirectory("grantbot-load-").FullName;
        Address = new($"http://127.0.0.1:{FreePort()}");
        environment["Urls"] = Address.AbsoluteUri;
        var connection = options.Database.Length > 0 ? options.Database : $"Data Source={Path.Combine(Folder, "grantbot.db")}";
        Engine = options.Database.Length > 0 ? new PostgresEngine(PostgresDatabase.Completed(connection), Folder) : new SqliteEngine(connection, "OFF");
        environment["ConnectionStrings__GrantBot"] = connection;
        environment["Storage__Folder"] = Folder;
        environment["Storage__Synchronous"] = options.Synchronous;
        environment["Logs__Folder"] = Path.Combine(Folder, "logs");
        environment["WebChat__Enabled"] = "false";
        environment["Demo"] = "true";
    }

    public string Folder { get; }
    public Uri Address { get; }

    /// <summary>How its database is looked into.</summary>
    public IEngine Engine { get; }

    /// <summary>Figures of earlier lives and this one: processor seconds added, the highest memory.</summary>
    public ProcessFigures Figures => process is { HasExited: false } alive ? past.With(ProcessFigures.Of(alive.Id)) : past;

    private ProcessFigures past = new(0, 0);

    public void Set(IEnumerable<KeyValuePair<string, string>> settings) { foreach (var (key, value) in settings) environment[key] = value; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended at once; the message holds the end of its log.</exception>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [dll]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Log;
        process.ErrorDataReceived += Log;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var begun = Stopwatch.GetTimestamp(); !await ListensAsync(); await Task.Delay(Glance, TimeProvider.System, CancellationToken.None))
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience) throw new InvalidOperationException("The bot did not start:\n" + LogText());
    }

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        past = Figures;
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: finishes what it has begun. Gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        past = Figures;
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
    }

    /// <summary>What it wrote to the console, over all its lives.</summary>
    public string LogText() { lock (lines) return string.Join('\n', lines); }

    private readonly List<string> lines = [];

    private void Log(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null) lock (lines) lines.Add(line.Data);
    }

    private async Task<bool> ListensAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
            return true;
        }
        catch (SocketException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
