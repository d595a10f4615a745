using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using OnCall.Application.Directory;

namespace OnCall.Api.Description;

/// <summary>An example of every body, written by the very rules that write and read it.</summary>
internal sealed class BodyExamples(IOptions<JsonOptions> json)
{
    private static readonly IReadOnlyList<object> All = [.. DirectoryExamples.All, .. OwnContactExamples.All, .. DeviceExamples.All, .. RosterExamples.All, .. RotationExamples.All, .. SwapExamples.All, .. RosterPullExamples.All, .. PageExamples.All, .. PresetExamples.All, .. AuditExamples.All, .. RetentionExamples.All, .. HealthExamples.All];

    private static readonly Dictionary<Type, object> ByType = All.ToDictionary(e => e.GetType());

    /// <summary>Null for a type that has none.</summary>
    internal JsonNode? Of(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ListOf<>))
        {
            return Of(type.GetGenericArguments()[0]) is { } item ? new JsonObject { ["items"] = new JsonArray(item), ["next"] = null } : null;
        }

        return ByType.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json.Value.SerializerOptions) : null;
    }
}
