using System.Text.Json;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Streams;

/// <summary>Follows a stream of server-sent events as a screen does.</summary>
internal sealed class SseReader : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private SseReader(HttpResponseMessage answer, StreamReader lines)
    {
        _answer = answer;
        _lines = lines;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SseReader> OpenAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.True(answer.IsSuccessStatusCode);
        return new SseReader(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel)));
    }

    /// <summary>The data of the next event of that kind; a stream that has nothing for 10 s fails.</summary>
    public async Task<JsonElement> NextAsync(string kind)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (await _lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == "event: " + kind)
            {
                return JsonDocument.Parse((await _lines.ReadLineAsync(patience.Token))!["data: ".Length..]).RootElement;
            }
        }

        throw new EndOfStreamException($"The stream ended before a {kind}.");
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
