using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace OnCall.Bench;

/// <summary>A client that asks the same thing over one connection again and again; as light as a socket allows.</summary>
internal sealed class LoopClient(Uri url, string path, string? key)
{
    private readonly byte[] _request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {url.Authority}\r\n{(key is null ? "" : $"Authorization: Bearer {key}\r\n")}\r\n");

    /// <summary>Answers the latency of each request in milliseconds.</summary>
    public async Task<List<double>> RunAsync(TimeSpan time)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(url.Host, url.Port);
        var stream = client.GetStream();
        var buffer = new byte[16 * 1024];
        var latencies = new List<double>();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < time)
        {
            var sent = Stopwatch.GetTimestamp();
            await stream.WriteAsync(_request);
            await ReadAnswerAsync(stream, buffer);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return latencies;
    }

    private static async Task ReadAnswerAsync(NetworkStream stream, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(have));
            have += read > 0 ? read : throw new IOException("The server closed the connection.");
            var end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && have >= end + 4 + BodyLength(buffer.AsSpan(0, end), buffer.AsSpan(end + 4, have - end - 4)))
            {
                return;
            }
        }
    }

    private static long BodyLength(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var text = Encoding.ASCII.GetString(head);
        if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new IOException(text);
        }

        const string Name = "Content-Length:";
        var at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            // Chunked: complete when the last chunk is there.
            return body.EndsWith("0\r\n\r\n"u8) ? body.Length : body.Length + 1;
        }

        var value = text.AsSpan(at + Name.Length);
        return int.Parse(value[..(value.IndexOf('\r') is var end and >= 0 ? end : value.Length)], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
