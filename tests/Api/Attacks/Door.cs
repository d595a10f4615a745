using System.Text.Json;
using System.Text.Json.Nodes;
using OnCall.Api.Tests.Access.Matrix;

namespace OnCall.Api.Tests.Attacks;

/// <summary>One way into the program: a method and a path.</summary>
/// <param name="Pattern">As it is mapped: <c>/api/v1/roles/{**code}</c>.</param>
/// <param name="IsScreen">It is for a person's browser.</param>
/// <param name="Told">The operation in the API's description; null where it has none.</param>
internal sealed record Door(string Method, string Pattern, bool IsScreen, JsonElement? Told)
{
    /// <summary>Open to callers without a key, and known to be. All else wants one.</summary>
    public bool IsOpen => MatrixTable.Open.Contains(ToString());

    public bool Changes => Method is not ("GET" or "HEAD");

    public bool TakesJson => Told is { } told && told.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _);

    /// <summary>The names in its path.</summary>
    public IReadOnlyList<string> PathNames => [.. Pattern.Split('{').Skip(1).Select(part => part.Split('}', ':', '?')[0].TrimStart('*'))];

    public IReadOnlyList<string> QueryNames =>
        Told is { } told && told.TryGetProperty("parameters", out var all)
            ? [.. all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!)]
            : ["to", "lost", "role", "handler"];

    /// <summary>The example of its JSON body, and <c>{}</c> where it takes none.</summary>
    public JsonNode Example() => TakesJson ? JsonNode.Parse(Told!.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText())! : new JsonObject();

    /// <summary>Its path with every name filled in.</summary>
    public string Path(Func<string, string> fill)
    {
        var path = Pattern;
        foreach (var part in Pattern.Split('{').Skip(1).Select(part => part.Split('}')[0]))
        {
            path = path.Replace("{" + part + "}", fill(part.Split(':', '?')[0].TrimStart('*')), StringComparison.Ordinal);
        }

        // A handler that nothing follows is the screen itself; before an id it must be one that does something.
        return path.Replace("//", "/escalate/", StringComparison.Ordinal);
    }

    public override string ToString() => $"{Method} {Pattern}";
}
