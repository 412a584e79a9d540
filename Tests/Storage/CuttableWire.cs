using System.Net;
using System.Net.Sockets;

namespace GrantBot.Tests.Storage;

/// <summary>What of the next commit is lost on the way.</summary>
public enum Lost { Nothing, Question, Answer }

/// <summary>A wire to a PostgreSQL server on a socket, which can be cut in the moment of a commit.</summary>
internal sealed class CuttableWire : IDisposable
{
    private readonly TcpListener door = new(IPAddress.Loopback, 0);
    private readonly string socket;
    private volatile Lost next;

    /// <param name="folder">Folder of the server's socket.</param>
    public CuttableWire(string folder)
    {
        socket = Path.Combine(folder, ".s.PGSQL.5432");
        door.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)door.LocalEndpoint).Port;

    /// <summary>What of the next commit is lost; both ends are cut off then.</summary>
    public Lost Next { set => next = value; }

    public void Dispose() => door.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await door.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { } // closed
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(new UnixDomainSocketEndPoint(socket));
        await using var server = new NetworkStream(far);
        await Task.WhenAny(UpAsync(near.GetStream(), server), DownAsync(server, near.GetStream()));
    }

    /// <summary>Ends when the wire is cut.</summary>
    private async Task UpAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes) is > 0 and var count)
        {
            var commits = bytes.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0;
            if (commits && next is Lost.Question) { next = Lost.Nothing; return; }
            await to.WriteAsync(bytes.AsMemory(0, count));
        }
    }

    private async Task DownAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReadAsync(bytes) is > 0 and var count)
        {
            if (next is Lost.Answer && bytes.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0) { next = Lost.Nothing; return; } // how the server tells that it is done
            await to.WriteAsync(bytes.AsMemory(0, count));
        }
    }
}
