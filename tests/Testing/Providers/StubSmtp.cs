using System.Collections.Concurrent;
using System.Net;
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

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, string> _script = new(StringComparer.Ordinal);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    private StubSmtp()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
                await TalkAsync(reader, client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client, or the test, is done.
            }
        }
    }

    private async Task TalkAsync(StreamReader reader, NetworkStream stream)
    {
        var goesOn = await PlayAsync(stream, "GREETING", "220 mail.hospital.example ESMTP");
        while (goesOn && await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            goesOn = await PlayAsync(stream, verb, verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" });
            if (verb == "DATA" && goesOn && !_script.ContainsKey("DATA"))
            {
                Messages.Add(await ReadMessageAsync(reader));
                goesOn = await PlayAsync(stream, "TEXT", "250 queued");
            }
        }
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        List<string> lines = [];
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            lines.Add(line.StartsWith('.') ? line[1..] : line);
        }

        return string.Join('\n', lines);
    }

    private async Task<bool> PlayAsync(NetworkStream stream, string command, string usual)
    {
        var reply = _script.GetValueOrDefault(command, usual);
        if (reply == Silence)
        {
            await Task.Delay(Timeout.Infinite, _stopping.Token);
        }

        if (reply == Close)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), _stopping.Token);
        return true;
    }
}
