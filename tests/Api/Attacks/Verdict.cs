using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>What no answer may be, whatever was asked.</summary>
internal static class Verdict
{
    private static readonly string[] ForPrograms = ["/api", "/webhooks", "/health", "/metrics", "/openapi"];
    private static readonly string[] Inside = ["Exception", "   at ", "SQLite", "SqlClient", "System.", "OnCall.Data", "/src/"];

    /// <summary>Sends it and answers what came, read to its end unless it is a stream that has none.</summary>
    public static async Task<(HttpResponseMessage Answer, string Text)> AskAsync(
        this HttpClient client, string method, string path, HttpContent? content = null, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // What is not read to its end closes the connection; a client that is still sending would not see the answer.
        request.Headers.ConnectionClose = request.Headers.ExpectContinue = content is not null && (content.Headers.ContentLength ?? long.MaxValue) > 50_000;
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, AttackedHouse.Cancel);
        var text = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(AttackedHouse.Cancel);
        return (answer, text);
    }

    /// <summary>Null where all is well, else what is not.</summary>
    public static string? Of(HttpResponseMessage answer, string text)
    {
        var status = (int)answer.StatusCode;
        var isHealth = answer.RequestMessage?.RequestUri?.AbsolutePath.StartsWith("/health", StringComparison.Ordinal) == true;
        return status >= 500 && !isHealth ? $"it answers {status}: {Start(text)}"
            : !HasHeaders(answer) ? $"{status} without the security headers"
            : status >= 400 && !isHealth && !IsProblem(answer, text, status) ? $"{status} is no problem document: {Start(text)}"
            : status >= 400 && Array.Find(Inside, word => text.Contains(word, StringComparison.Ordinal)) is { } inside ? $"it tells of the inside ({inside}): {Start(text)}"
            : null;
    }

    public static void None(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, $"{wrong.Count}:{Environment.NewLine}{string.Join(Environment.NewLine, wrong.Take(20))}");

    public static HttpContent Json(string json) => JsonRequests.Body(json);

    public static HttpContent Content(string type, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    public static HttpContent Content(string type, string text) => Content(type, Encoding.UTF8.GetBytes(text));

    private static bool HasHeaders(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Content-Security-Policy", out var policy) && policy.Single().Contains("default-src 'self'", StringComparison.Ordinal)
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff) && sniff.Single() == "nosniff"
        && answer.Headers.TryGetValues("Referrer-Policy", out var referrer) && referrer.Single() == "same-origin";

    private static bool IsProblem(HttpResponseMessage answer, string text, int status)
    {
        if (answer.RequestMessage?.Method == HttpMethod.Head)
        {
            return text.Length == 0;
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            return !Array.Exists(ForPrograms, start => answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        }

        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return false;
        }

        using var problem = JsonDocument.Parse(text);
        return problem.RootElement.GetProperty("type").GetString()!.StartsWith("urn:oncall:problem:", StringComparison.Ordinal) && problem.RootElement.GetProperty("status").GetInt32() == status;
    }

    private static string Start(string text) => text[..Math.Min(text.Length, 200)];
}
