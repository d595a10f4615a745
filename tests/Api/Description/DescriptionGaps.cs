using System.Text.Json;

namespace OnCall.Api.Tests.Description;

/// <summary>What a description of the API leaves untold.</summary>
internal static class DescriptionGaps
{
    private const string ProblemJson = "application/problem+json";

    // A key has one holder and is revoked once and for all; a message joins others; a feed's one holder has the last word. Nobody can come before these.
    private static readonly HashSet<string> Unraced =
    [
        "POST /api/v1/keys", "DELETE /api/v1/keys/{id}", "POST /api/v1/pages/{id}/messages",
        "POST /api/v1/me/feed", "DELETE /api/v1/me/feed", "POST /api/v1/me/role-feeds", "DELETE /api/v1/me/role-feeds",
        "POST /api/v1/me/notices/{id}/seen", "PUT /api/v1/me/favourite-roles/{role}", "DELETE /api/v1/me/favourite-roles/{role}", "DELETE /api/v1/me/devices/{id}", "POST /api/v1/me/devices/{id}/confirm", "POST /api/v1/me/devices/gone",
        "DELETE /api/v1/retention/rules/{class}", "POST /api/v1/retention/holds", "PUT /api/v1/retention/rules/{class}",
        "POST /api/v1/pages/{id}/export", "POST /api/v1/pages/exports/verify",
        "DELETE /api/v1/people/{employeeNo}/sessions", "DELETE /api/v1/people/{employeeNo}/devices/{id}", "DELETE /api/v1/me/sessions", "DELETE /api/v1/me/sessions/{id}", "PUT /api/v1/second-factor-rules",
        "POST /api/v1/policies/dry-run", "DELETE /api/v1/presets/{code}",
    ];

    /// <summary>A line for each thing that an operation lacks.</summary>
    public static IEnumerable<string> Of(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        let name = $"{operation.Name.ToUpperInvariant()} {path.Name}"
        from gap in Texts(operation.Value).Concat(Bodies(operation.Value)).Concat(Statuses(name, operation.Value)).Concat(Problems(operation.Value))
        select $"{name}: {gap}";

    private static IEnumerable<string> Texts(JsonElement operation)
    {
        if (!Has(operation, "summary"))
        {
            yield return "no summary";
        }

        foreach (var parameter in Items(operation, "parameters").Where(p => !Has(p, "description") || !p.TryGetProperty("example", out _)))
        {
            yield return $"parameter {parameter.GetProperty("name").GetString()} has no description or example";
        }
    }

    private static IEnumerable<string> Bodies(JsonElement operation)
    {
        foreach (var content in Contents(operation, "requestBody").Where(c => !c.Value.TryGetProperty("example", out _)))
        {
            yield return $"no example of its {content.Name} body";
        }

        foreach (var response in Responses(operation).Where(r => r.Status < 300))
        {
            foreach (var content in Contents(response.Body).Where(c => !c.Value.TryGetProperty("example", out _)))
            {
                yield return $"no example of its {content.Name} answer {response.Status}";
            }
        }
    }

    private static IEnumerable<string> Statuses(string name, JsonElement operation)
    {
        var (method, path) = (name.Split(' ')[0], name.Split(' ')[1]);
        var told = Responses(operation).Select(r => r.Status).ToHashSet();
        var isOpen = operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;
        var takesInput = operation.TryGetProperty("requestBody", out _) || Items(operation, "parameters").Any(p => p.GetProperty("in").GetString() == "query");
        if (!isOpen && !told.Contains(401))
        {
            yield return "401 is not told";
        }

        if (takesInput && !told.Overlaps([400, 422]))
        {
            yield return "neither 400 nor 422 is told, and it takes input";
        }

        if (path.Contains('{', StringComparison.Ordinal) && method != "PUT" && !told.Contains(404))
        {
            yield return "404 is not told, and it names a thing";
        }

        if (method != "GET" && !isOpen && !Unraced.Contains(name) && !told.Contains(409))
        {
            yield return "409 is not told, and a race can be lost";
        }
    }

    private static IEnumerable<string> Problems(JsonElement operation)
    {
        foreach (var (status, body) in Responses(operation).Where(r => r.Status >= 400))
        {
            var examples = Contents(body).Where(c => c.Name == ProblemJson)
                .SelectMany(c => c.Value.TryGetProperty("examples", out var all) ? all.EnumerateObject().Select(e => e.Value.GetProperty("value")) : [])
                .ToList();
            if (examples.Count == 0 && !Contents(body).Any(c => c.Name == "application/json" && c.Value.TryGetProperty("example", out _)))
            {
                yield return $"no problem type of its {status} is told";
            }

            if (examples.Any(e => !IsProblem(e, status)))
            {
                yield return $"an example of its {status} is no problem of that status";
            }
        }
    }

    private static bool IsProblem(JsonElement example, int status) =>
        example.GetProperty("status").GetInt32() == status
        && example.GetProperty("type").GetString()!.StartsWith("urn:oncall:problem:", StringComparison.Ordinal)
        && Has(example, "title") && Has(example, "detail");

    private static bool Has(JsonElement of, string name) => of.TryGetProperty(name, out var text) && !string.IsNullOrWhiteSpace(text.GetString());

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static IEnumerable<(int Status, JsonElement Body)> Responses(JsonElement operation) =>
        operation.GetProperty("responses").EnumerateObject().Select(r => (int.Parse(r.Name, System.Globalization.CultureInfo.InvariantCulture), r.Value));

    private static IEnumerable<JsonProperty> Contents(JsonElement operation, string name) => operation.TryGetProperty(name, out var body) ? Contents(body) : [];

    private static IEnumerable<JsonProperty> Contents(JsonElement body) => body.TryGetProperty("content", out var content) ? content.EnumerateObject() : [];
}
