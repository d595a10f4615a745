using System.Text.Json.Nodes;
using OnCall.Api.Problems;

namespace OnCall.Api.Description;

/// <summary>One way in which an operation may refuse, as its description tells it.</summary>
/// <param name="Slug">The end of its type; it never changes.</param>
/// <param name="Detail">An example of what this occurrence says.</param>
/// <param name="More">An example of its further members.</param>
internal sealed record ProblemType(int Status, string Slug, string Title, string Detail, string? More = null)
{
    internal JsonNode Example()
    {
        var example = new JsonObject { ["type"] = Problem.TypePrefix + Slug, ["title"] = Title, ["status"] = Status, ["detail"] = Detail };
        foreach (var (name, value) in More is null ? [] : JsonNode.Parse(More)!.AsObject())
        {
            example[name] = value?.DeepClone();
        }

        return example;
    }
}
