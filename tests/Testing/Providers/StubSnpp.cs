using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, string> _script = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _held = new(StringComparer.Ordinal);
    private readonly LineServer _server;
    private readonly TimeProvider _time;

    private StubSnpp(int port, TimeProvider? time)
    {
        _time = time ?? TimeProvider.System;
        _server = new LineServer(port, TalkAsync);
    }

    public const string Host = "127.0.0.1";

    public int Port => _server.Port;

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

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TalkAsync(StreamReader reader, NetworkStream stream, CancellationToken stopping)
    {
        List<string> commands = [];
        var (pager, text) = ("", "");
        var goesOn = await PlayAsync(stream, "GREETING", "220 SNPP gateway ready", stopping);
        while (goesOn && await reader.ReadLineAsync(stopping) is { } line)
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

            goesOn = await PlayAsync(stream, verb, Usual(verb), stopping);
            if (verb == "DATA" && goesOn && ReplyTo("DATA").StartsWith('3'))
            {
                text = await LineServer.ReadTextAsync(reader, stopping);
                goesOn = await PlayAsync(stream, "TEXT", "250 Message OK", stopping);
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

    /// <summary>False when the session is over.</summary>
    private async Task<bool> PlayAsync(NetworkStream stream, string command, string usual, CancellationToken stopping)
    {
        if (_held.TryGetValue(command, out var gate))
        {
            await gate.WaitAsync(stopping);
        }

        switch (_script.GetValueOrDefault(command, usual))
        {
            case SnppCut.Close:
                return false;
            case SnppCut.Silence:
                await Task.Delay(Timeout.Infinite, stopping);
                return false;
            case SnppCut.HalfLine:
                await stream.WriteAsync("25"u8.ToArray(), stopping);
                return false;
            case var reply:
                await stream.WriteAsync(Encoding.UTF8.GetBytes(reply.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n"), stopping);
                return command != "QUIT" && !reply.StartsWith("421", StringComparison.Ordinal);
        }
    }
}
