using System.Text.Json;

namespace OnCall.Channels.Http;

/// <summary>
/// What a provider answered, which may be anything: also half a character (<c>\ud800</c>), in a name or a text, which no text can hold.
/// </summary>
internal static class AnswerJson
{
    /// <summary>The value of that name; null where there is none.</summary>
    internal static JsonElement? Value(JsonElement of, string name)
    {
        try
        {
            return of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of that name; null where there is none.</summary>
    internal static string? Text(JsonElement of, string name)
    {
        try
        {
            return Value(of, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
