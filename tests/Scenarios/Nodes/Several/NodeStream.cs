using System.Text.Json;
using NodaTime;
using OnCall.Testing.Providers;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>A stream of server-sent events of a node, and when each came.</summary>
internal sealed class NodeStream : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly Arrivals<(Instant At, string Kind, JsonElement Data)> _events = new();

    private NodeStream(HttpResponseMessage answer, Stream lines)
    {
        _answer = answer;
        _ = ReadAsync(new StreamReader(lines));
    }

    /// <summary>Opens it, and waits until it has told its first state.</summary>
    public static async Task<NodeStream> OpenAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var stream = new NodeStream(answer, await answer.Content.ReadAsStreamAsync(cancellationToken));
        await stream.FirstAsync("snapshot", _ => true, Instant.MinValue, cancellationToken);
        return stream;
    }

    /// <summary>When it told that for the first time after <paramref name="after"/>; waits for it, at most 10 s.</summary>
    public async Task<Instant> FirstAsync(string kind, Func<JsonElement, bool> fits, Instant after, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        return (await _events.WaitAsync(1, e => e.Kind == kind && e.At > after && fits(e.Data), patience.Token))[0].At;
    }

    public void Dispose() => _answer.Dispose();

    private async Task ReadAsync(StreamReader lines)
    {
        try
        {
            var kind = "";
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    kind = line["event: ".Length..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    _events.Add((Clock.Now(), kind, JsonDocument.Parse(line["data: ".Length..]).RootElement));
                }
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or HttpRequestException)
        {
            // The test has closed it.
        }
    }
}
