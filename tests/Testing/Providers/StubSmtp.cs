using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace OnCall.Testing.Providers;

/// <summary>
/// A mail server on 127.0.0.1 without TLS. Replies as RFC 5321 has it, and by script for any command (<c>GREETING</c>, <c>EHLO</c>,
/// <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>TEXT</c> for the message after it): a reply, or <see cref="Silence"/>, or <see cref="Close"/>.
/// </summary>
public sealed class StubSmtp : IAsyncDisposable
{
    public const string Host = "127.0.0.1";

    /// <summary>Never answers.</summary>
    public const string Silence = "(silence)";

    /// <summary>Closes the connection instead of an answer.</summary>
    public const string Close = "(close)";

    private readonly ConcurrentDictionary<string, string> _script = new(StringComparer.Ordinal);
    private readonly LineServer _server;

    private StubSmtp() => _server = new LineServer(0, TalkAsync);

    public int Port => _server.Port;

    /// <summary>Every message that came in whole, as it was on the wire.</summary>
    public Arrivals<string> Messages { get; } = new();

    /// <summary>Every command line of every session, in the order of arrival.</summary>
    public Arrivals<string> Commands { get; } = new();

    public static StubSmtp Start() => new();

    public StubSmtp On(string command, string reply)
    {
        _script[command] = reply;
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TalkAsync(StreamReader reader, NetworkStream stream, CancellationToken stopping)
    {
        var goesOn = await PlayAsync(stream, "GREETING", "220 mail.hospital.example ESMTP", stopping);
        while (goesOn && await reader.ReadLineAsync(stopping) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            goesOn = await PlayAsync(stream, verb, verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" }, stopping);
            if (verb == "DATA" && goesOn && !_script.ContainsKey("DATA"))
            {
                Messages.Add(await LineServer.ReadTextAsync(reader, stopping));
                goesOn = await PlayAsync(stream, "TEXT", "250 queued", stopping);
            }
        }
    }

    private async Task<bool> PlayAsync(NetworkStream stream, string command, string usual, CancellationToken stopping)
    {
        var reply = _script.GetValueOrDefault(command, usual);
        if (reply == Silence)
        {
            await Task.Delay(Timeout.Infinite, stopping);
        }

        if (reply == Close)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), stopping);
        return true;
    }
}
