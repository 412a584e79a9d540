using System.Net;
using System.Net.Sockets;
using GrantBot.Bot.Ingress;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GrantBot.Tests.Channels.Web;

/// <summary>The web chat's endpoints on a real server with the scripted bot behind them; it can be dropped and started again on its port.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-web-");
    private readonly ScriptedBot.Memory memory = new();
    private readonly int port = FreePort();
    private readonly WebChatOptions chat;
    private WebApplication? app;

    private WebHost(WebChatOptions chat) => this.chat = chat;

    public static WebChatOptions Defaults { get; } = new() { Organisation = "«Рухтан» қоғамдық қоры" };

    public Uri Address => new($"http://127.0.0.1:{port}/");
    public IReadOnlyList<GrantBot.Domain.Conversation.Delivery> Heard { get { lock (memory) return [.. memory.Heard]; } }
    public ScriptedBot Bot => app!.Services.GetRequiredService<ScriptedBot>();
    public WebChannel Channel => app!.Services.GetRequiredService<WebChannel>();
    public DbContextOptions<GrantBotDb> Database => SqliteDatabase.Options($"Data Source={Path.Combine(folder.FullName, "web.db")}");

    public static async Task<WebHost> StartAsync(WebChatOptions? chat = null)
    {
        var host = new WebHost(chat ?? Defaults);
        using (var connection = SqliteDatabase.Open($"Data Source={Path.Combine(host.folder.FullName, "web.db")}", "OFF")) SqliteMigrations.Apply(connection);
        await host.ReturnAsync();
        return host;
    }

    /// <summary>Starts the server, again after a drop.</summary>
    public async Task ReturnAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(Database).AddSingleton(memory).AddWebChat(chat);
        builder.Services.AddSingleton<Writer>(_ => new Writer(new SqliteEngine($"Data Source={Path.Combine(folder.FullName, "web.db")}", "OFF")));
        builder.Services.AddSingleton<Databases>().AddSingleton<Microsoft.EntityFrameworkCore.IDbContextFactory<GrantBotDb>>(s => s.GetRequiredService<Databases>()).AddSingleton<Infrastructure.Files.FileStore>();
        builder.Services.AddSingleton<ScriptedBot>().AddHostedService(s => s.GetRequiredService<ScriptedBot>());
        builder.Services.AddSingleton<InboxDoor>(s => s.GetRequiredService<ScriptedBot>().TakeAsync);
        app = builder.Build();
        app.MapWebChat();
        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Stops the server; what it stored stays.</summary>
    public async Task DropAsync()
    {
        await app!.StopAsync(TestContext.Current.CancellationToken);
        await app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
