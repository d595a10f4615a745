using System.Text.Json;

namespace OnCall.Data.Paging.States;

/// <summary>What is said of a state that lacks what every version writes.</summary>
internal static class Missing
{
    public static JsonException Of(string name) => new($"The state has no '{name}'.");
}
