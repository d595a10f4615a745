using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NodaTime;

namespace OnCall.Testing.Providers;

/// <summary>
/// An SNPP gateway on 127.0.0.1. Replies as RFC 1861 has it, and by script for any command
/// (<c>GREETING</c>, <c>LOGI</c>, …, <c>DATA</c>, <c>TEXT</c> for the lines after it, <c>SEND</c>, <c>QUIT</c>).
/// </summary>
public sealed class StubSnpp : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, string> _script = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _held = new(StringComparer.Ordinal);
    private readonly TcpListener _listener;
    private readonly TimeProvider _time;
    private readonly Task _accepting;

    private StubSnpp(int port, TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public const string Host = "127.0.0.1";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every page for which SEND came in, whatever was replied.</summary>
    public Arrivals<SnppDelivery> Deliveries { get; } = new();

    /// <summary>Every command line of every session, in the order of arrival.</summary>
    public Arrivals<string> Commands { get; } = new();

    /// <param name="port">0 takes a free one.</param>
    public static StubSnpp Start(int port = 0, TimeProvider? time = null) => new(port, time);

    /// <summary>Replies with <paramref name="reply"/> (without its line end; line feeds inside make several lines) or plays a <see cref="SnppCut"/>.</summary>
    public StubSnpp On(string command, string reply)
    {
        _script[command] = reply;
        return this;
    }

    /// <summary>A slow gateway: sessions that come to this command from now on wait for <paramref name="gate"/>; null holds none.</summary>
    public void Hold(string command, Task? gate)
    {
        if (gate is null)
        {
            _held.TryRemove(command, out _);
        }
        else
        {
            _held[command] = gate;
        }
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
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, new UTF8Encoding(false));
                await TalkAsync(reader, stream);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client, or the test, is done.
            }
        }
    }

    private async Task TalkAsync(StreamReader reader, NetworkStream stream)
    {
        List<string> commands = [];
        var (pager, text) = ("", "");
        var goesOn = await PlayAsync(stream, "GREETING", "220 SNPP gateway ready");
        while (goesOn && await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            commands.Add(line);
            Commands.Add(line);
            var (verb, argument) = (line.Length > 4 ? line[..4].ToUpperInvariant() : line.ToUpperInvariant(), line.Length > 5 ? line[5..] : "");
            (pager, text) = verb switch
            {
                "PAGE" => (argument, text),
                "MESS" => (pager, argument),
                _ => (pager, text),
            };
            if (verb == "SEND")
            {
                Deliveries.Add(new SnppDelivery(Instant.FromDateTimeOffset(_time.GetUtcNow()), pager, text, [.. commands]));
            }

            goesOn = await PlayAsync(stream, verb, Usual(verb));
            if (verb == "DATA" && goesOn && ReplyTo("DATA").StartsWith('3'))
            {
                text = await ReadTextAsync(reader);
                goesOn = await PlayAsync(stream, "TEXT", "250 Message OK");
            }
        }
    }

    private string ReplyTo(string command) => _script.GetValueOrDefault(command, Usual(command));

    private static string Usual(string verb) => verb switch
    {
        "DATA" => "354 Begin input; end with <CRLF>'.'<CRLF>",
        "SEND" => "250 Message sent successfully",
        "QUIT" => "221 OK, goodbye",
        "LOGI" or "LEVE" or "ALER" or "HOLD" or "SUBJ" or "PAGE" or "MESS" or "SITE" or "RESE" => "250 OK",
        _ => "500 Command not implemented, try again",
    };

    private async Task<string> ReadTextAsync(StreamReader reader)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>False when the session is over.</summary>
    private async Task<bool> PlayAsync(NetworkStream stream, string command, string usual)
    {
        if (_held.TryGetValue(command, out var gate))
        {
            await gate.WaitAsync(_stopping.Token);
        }

        switch (_script.GetValueOrDefault(command, usual))
        {
            case SnppCut.Close:
                return false;
            case SnppCut.Silence:
                await Task.Delay(Timeout.Infinite, _stopping.Token);
                return false;
            case SnppCut.HalfLine:
                await stream.WriteAsync("25"u8.ToArray(), _stopping.Token);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"), _stopping.Token);
                return command != "QUIT" && !reply.StartsWith("421", StringComparison.Ordinal);
        }
    }
}
