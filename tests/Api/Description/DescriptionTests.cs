using System.Text.Json;
using System.Text.RegularExpressions;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Description;

public sealed partial class DescriptionTests(SharedApi api) : IClassFixture<SharedApi>
{
    // Answers to what is no operation, and what only a screen says.
    private static readonly HashSet<string> Elsewhere = ["not-found", "method-not-allowed", "sent-before", "changed-since-shown", "unknown-press", "set-up-already", "unknown-passkey"];

    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["Unreadable"] = 400, ["Forbidden"] = 403, ["NotFound"] = 404, ["Conflict"] = 409, ["TooLarge"] = 413, ["Invalid"] = 422, ["TooMany"] = 429,
    };

    [Fact]
    public async Task Every_operation_has_its_summary_its_examples_and_every_way_to_refuse()
    {
        var description = await ReadAsync();
        Assert.True(description.At("paths").EnumerateObject().Count() > 30);
        Found.Nothing(DescriptionGaps.Of(description));
    }

    [Fact]
    public void What_is_untold_is_found()
    {
        const string Bare = """
            {"paths":{
              "/a/{id}":{"post":{"parameters":[{"name":"x","in":"query"}],"requestBody":{"content":{"application/json":{}}},
                "responses":{"200":{"content":{"application/json":{}}},"403":{"content":{"application/problem+json":{}}},
                  "500":{"content":{"application/problem+json":{"examples":{"x":{"value":{"type":"urn:oncall:problem:x","title":"X","status":400,"detail":"Y"}}}}}}}}},
              "/b":{"get":{"summary":"Fine","security":[],"responses":{"204":{}}}}}}
            """;
        Assert.Equal(
            [
                "POST /a/{id}: no summary",
                "POST /a/{id}: parameter x has no description or example",
                "POST /a/{id}: no example of its application/json body",
                "POST /a/{id}: no example of its application/json answer 200",
                "POST /a/{id}: 401 is not told",
                "POST /a/{id}: neither 400 nor 422 is told, and it takes input",
                "POST /a/{id}: 404 is not told, and it names a thing",
                "POST /a/{id}: 409 is not told, and a race can be lost",
                "POST /a/{id}: no problem type of its 403 is told",
                "POST /a/{id}: an example of its 500 is no problem of that status",
            ],
            DescriptionGaps.Of(JsonDocument.Parse(Bare).RootElement));
    }

    [Fact]
    public async Task Every_problem_type_that_the_code_knows_is_told_with_its_status_and_title()
    {
        var told = (await ReadAsync()).At("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject())
            .SelectMany(o => o.Value.GetProperty("responses").EnumerateObject())
            .SelectMany(r => r.Value.TryGetProperty("content", out var content) ? content.EnumerateObject() : [])
            .SelectMany(c => c.Value.TryGetProperty("examples", out var examples) ? examples.EnumerateObject() : [])
            .Select(e => (e.Name, e.Value.At("value.status").GetInt32(), e.Value.Text("value.title")!))
            .ToHashSet();
        var known = SourceTree.Files("src", "*.cs").SelectMany(KnownIn).Distinct().ToList();

        Assert.True(known.Count > 35, $"{known.Count}");
        Found.Nothing(known.Where(k => !told.Contains(k)).Select(k => $"{k.Status} {k.Slug}: {k.Title}"));
    }

    private static IEnumerable<(string Slug, int Status, string Title)> KnownIn(string file)
    {
        var code = File.ReadAllText(SourceTree.PathOf(file));
        return Refused().Matches(code)
            .Select(m => (m.Groups["slug"].Value, StatusOf(m), m.Groups["title"].Value))
            .Where(k => !Elsewhere.Contains(k.Item1));

        static int StatusOf(Match match) => match.Groups["kind"] is { Success: true } kind ? Statuses[kind.Value]
            : match.Groups["status"] is { Success: true } status ? int.Parse(status.Value, System.Globalization.CultureInfo.InvariantCulture)
            : Statuses["NotFound"];
    }

    private async Task<JsonElement> ReadAsync() => await (await api.Host.Anonymous.GetPathAsync("/openapi/v1.json")).ReadAsync();

    [GeneratedRegex("(?:RefusalKind\\.(?<kind>\\w+),|Problem\\.Details\\((?<status>\\d+),|DirectoryProblems\\.Unknown\\()\\s*\"(?<slug>[a-z-]+)\",\\s*\"(?<title>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Refused();
}
