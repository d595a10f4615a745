using System.Text.Json;
using NodaTime;

namespace OnCall.Data;

/// <summary>The values of a JSON object, by the names of their properties: what is null is left out. Times are in milliseconds.</summary>
internal static class JsonValues
{
    public static JsonElement? Known(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static int? Int(this JsonElement json, string name) => json.Known(name)?.GetInt32();

    public static string? Text(this JsonElement json, string name) => json.Known(name)?.GetString();

    public static Instant? At(this JsonElement json, string name) =>
        json.Known(name) is { } value ? Instant.FromUnixTimeMilliseconds(value.GetInt64()) : null;

    public static T Name<T>(this JsonElement json, string name)
        where T : struct, Enum => Enum.Parse<T>(json.GetProperty(name).GetString()!);

    public static IReadOnlyList<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (json.Known(name) is not { } list)
        {
            return [];
        }

        var items = new T[list.GetArrayLength()];
        for (var place = 0; place < items.Length; place++)
        {
            items[place] = read(list[place]);
        }

        return items;
    }

    public static void WriteKnown(this Utf8JsonWriter json, string name, Instant? at)
    {
        if (at is { } instant)
        {
            json.WriteNumber(name, instant.ToUnixTimeMilliseconds());
        }
    }

    public static void WriteKnown(this Utf8JsonWriter json, string name, Duration? length)
    {
        if (length is { } duration)
        {
            json.WriteNumber(name, (long)duration.TotalMilliseconds);
        }
    }

    public static void WriteKnown(this Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } known)
        {
            json.WriteString(name, known);
        }
    }

    public static void WriteKnown(this Utf8JsonWriter json, string name, string? words)
    {
        if (words is not null)
        {
            json.WriteString(name, words);
        }
    }
}
