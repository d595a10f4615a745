using System.Net;
using System.Net.Sockets;

namespace OnCall.Testing.Databases;

/// <summary>
/// Stands between the program and a server that speaks TDS, counts what the program asks, and breaks the connection at the place that a test
/// chooses: before the server has heard the message, or after the server has answered it and before the program has heard that. Reads the
/// framing of MS-TDS 2.2.3 (type, status, length), so the connection must not be encrypted after the login.
/// </summary>
public sealed class BreakingWire : IAsyncDisposable
{
    private const int HeaderLength = 8;
    private const byte EndOfMessage = 1;
    private const byte BulkLoad = 7;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<TcpClient> _open = [];
    private readonly string _host;
    private readonly int _port;
    private readonly Task _accepting;
    private (int Message, bool Answered)? _break;
    private bool _alsoNext;
    private bool _down;
    private bool _staysDown;

    private BreakingWire(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many messages were asked since the last call of <see cref="BreakAt"/>.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether the connection was broken as asked.</summary>
    public bool Broke { get; private set; }

    /// <summary>Whether rows of a bulk load have come by.</summary>
    public bool HasLoaded { get; private set; }

    public static BreakingWire To(string host, int port) => new(host, port);

    /// <summary>Breaks the connection of the message of that number, from 1, counted from now.</summary>
    /// <param name="answered">The server has heard it and answered; the answer is lost. Else the server has not heard it.</param>
    /// <param name="andStayDown">No other connection is let through until <see cref="Up"/>.</param>
    /// <param name="andNext">The answer to the message after it, which comes by another connection, is lost too.</param>
    public void BreakAt(int message, bool answered, bool andStayDown = false, bool andNext = false)
    {
        lock (_gate)
        {
            (_break, Asked, Broke, _staysDown, _alsoNext) = ((message, answered), 0, false, andStayDown, andNext);
        }
    }

    /// <summary>As when the server is gone: all connections end, and none is taken.</summary>
    public void Down()
    {
        lock (_gate)
        {
            _down = true;
            foreach (var client in _open)
            {
                Reset(client);
            }
        }
    }

    public void Up()
    {
        lock (_gate)
        {
            (_down, _break, _staysDown) = (false, null, false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Down();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                lock (_gate)
                {
                    if (_down)
                    {
                        Reset(client);
                        return;
                    }

                    _open.Add(client);
                }

                await server.ConnectAsync(_host, _port, _stop.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                var talk = new Talk(client, server);
                await Task.WhenAny(AskAsync(talk), AnswerAsync(talk));
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Either side has gone, which ends the talk.
            }
            finally
            {
                lock (_gate)
                {
                    _open.Remove(client);
                }
            }
        }
    }

    private async Task AskAsync(Talk talk)
    {
        var (from, to) = (talk.Client.GetStream(), talk.Server.GetStream());
        var packet = new byte[ushort.MaxValue];
        while (true)
        {
            await from.ReadExactlyAsync(packet.AsMemory(0, HeaderLength), _stop.Token);
            var length = (packet[2] << 8) | packet[3];
            HasLoaded |= packet[0] == BulkLoad;
            await from.ReadExactlyAsync(packet.AsMemory(HeaderLength, length - HeaderLength), _stop.Token);
            var breaks = IsAsked(packet[0]) && (packet[1] & EndOfMessage) != 0 ? Count() : null;
            if (breaks is false)
            {
                Break(talk);
                return;
            }

            talk.LosesAnswer = breaks is true;
            await to.WriteAsync(packet.AsMemory(0, length), _stop.Token);
        }
    }

    private async Task AnswerAsync(Talk talk)
    {
        var (from, to) = (talk.Server.GetStream(), talk.Client.GetStream());
        var buffer = new byte[ushort.MaxValue];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
        {
            if (talk.LosesAnswer)
            {
                Break(talk);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
        }
    }

    // Null: let it pass; else whether it is to be answered before the break.
    private bool? Count()
    {
        lock (_gate)
        {
            Asked++;
            return _break is not { } at ? null
                : at.Message == Asked ? at.Answered
                : _alsoNext && at.Message + 1 == Asked ? true
                : null;
        }
    }

    private void Break(Talk talk)
    {
        lock (_gate)
        {
            Broke = true;
            _down = _staysDown;
        }

        if (_staysDown)
        {
            Down();
        }

        Reset(talk.Client);
        Reset(talk.Server);
    }

    // A batch, a procedure, the rows of a bulk load, or what a transaction is begun and ended with.
    private static bool IsAsked(byte type) => type is 1 or 3 or BulkLoad or 14;

    private static void Reset(TcpClient client)
    {
        try
        {
            client.LingerState = new LingerOption(true, 0);
            client.Close();
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It has gone by itself.
        }
    }

    private sealed class Talk(TcpClient client, TcpClient server)
    {
        private volatile bool _losesAnswer;

        public TcpClient Client { get; } = client;

        public TcpClient Server { get; } = server;

        public bool LosesAnswer
        {
            get => _losesAnswer;
            set => _losesAnswer = value;
        }
    }
}
