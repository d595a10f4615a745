using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Description;

/// <summary>Holds every problem that a test meets against the description of the operation that it met it at.</summary>
internal static class ToldProblems
{
    // Paths that are no operation, or methods that one does not take.
    private static readonly HashSet<string> OfNone = ["not-found", "method-not-allowed"];
    private static readonly ConcurrentDictionary<string, Task<JsonElement>> Descriptions = new(StringComparer.Ordinal);

    public static async Task IsToldAsync(HttpResponseMessage answer, int status, string slug)
    {
        if (answer.RequestMessage is not { RequestUri: { Scheme: "http" } asked, Method: var method } || OfNone.Contains(slug))
        {
            return;
        }

        // One description serves all: every host of the tests is the same program.
        var description = await Descriptions.GetOrAdd("v1", _ => ReadAsync(asked));
        if (Find(description, asked.AbsolutePath, method.Method.ToLowerInvariant()) is not var (path, operation))
        {
            return;
        }

        var code = status.ToString(CultureInfo.InvariantCulture);
        var told = operation.GetProperty("responses").TryGetProperty(code, out var response)
            && response.TryGetProperty("content", out var content)
            && content.TryGetProperty("application/problem+json", out var problems)
            && problems.TryGetProperty("examples", out var examples)
            && examples.TryGetProperty(slug, out _);
        Assert.True(told, $"{method} {path} does not tell that it refuses with {status} {slug}.");
    }

    private static (string Path, JsonElement Operation)? Find(JsonElement description, string asked, string method)
    {
        // Fixed paths go first, as they do in routing.
        var paths = description.GetProperty("paths").EnumerateObject().Where(p => Matches(p.Name, asked)).OrderBy(p => p.Name.Count(c => c == '{'));
        return paths.Select(p => p.Value.TryGetProperty(method, out var operation) ? (p.Name, operation) : ((string, JsonElement)?)null).FirstOrDefault(o => o is not null);
    }

    private static bool Matches(string template, string asked) =>
        Regex.IsMatch(asked, "^" + Regex.Replace(template, @"\{\w+\}", template.Contains("/roles/", StringComparison.Ordinal) ? ".+" : "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1)) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task<JsonElement> ReadAsync(Uri asked)
    {
        using var client = new HttpClient { BaseAddress = new Uri(asked.GetLeftPart(UriPartial.Authority)) };
        return await (await client.GetPathAsync("/openapi/v1.json")).ReadAsync();
    }
}
