using Xunit;

namespace OnCall.Api.Tests.Streams;

/// <summary>A stream of server-sent events, event by event, with their ids as a browser keeps them.</summary>
internal sealed class SseLines : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;
    private string? _id;

    private SseLines(HttpResponseMessage answer, StreamReader lines) => (_answer, _lines) = (answer, lines);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="last">What a browser sends as <c>Last-Event-ID</c>; null the first time.</param>
    public static async Task<SseLines> OpenAsync(HttpClient client, string path, string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.True(answer.IsSuccessStatusCode);
        return new SseLines(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel)));
    }

    /// <summary>The next event of that kind; a stream that has none for 10 s fails.</summary>
    public async Task<SseEvent> UntilAsync(string kind) => (await AllUntilAsync(kind))[^1];

    /// <summary>All events up to the next of that kind.</summary>
    public async Task<IReadOnlyList<SseEvent>> AllUntilAsync(string kind)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        var events = new List<SseEvent>();
        do
        {
            events.Add(await NextAsync(patience.Token));
        }
        while (events[^1].Kind != kind);
        return events;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }

    private async Task<SseEvent> NextAsync(CancellationToken cancellationToken)
    {
        var (kind, data) = ("message", "");
        while (await _lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                return new SseEvent(kind, data, _id);
            }

            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart(' '));
            switch (name)
            {
                case "event":
                    kind = value;
                    break;
                case "data":
                    data += value;
                    break;
                case "id":
                    _id = value;
                    break;
            }
        }

        throw new EndOfStreamException("The stream ended.");
    }
}
