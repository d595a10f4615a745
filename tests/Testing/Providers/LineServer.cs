using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OnCall.Testing.Providers;

/// <summary>Accepts connections on 127.0.0.1 and talks by each until the client, or the test, is done.</summary>
internal sealed class LineServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TcpListener _listener;
    private readonly Func<StreamReader, NetworkStream, CancellationToken, Task> _talk;
    private readonly Task _accepting;

    /// <param name="port">0 takes a free one.</param>
    public LineServer(int port, Func<StreamReader, NetworkStream, CancellationToken, Task> talk)
    {
        _talk = talk;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The lines up to the one with a dot alone, without the dots that were doubled.</summary>
    public static async Task<string> ReadTextAsync(StreamReader reader, CancellationToken stopping)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync(stopping) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return string.Join('\n', lines);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> sessions = [];
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), new UTF8Encoding(false));
                await _talk(reader, client.GetStream(), _stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client, or the test, is done.
            }
        }
    }
}
