using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using OnCall.Application;

namespace OnCall.Data;

/// <summary>Many rows as one parameter, with times as the database keeps them: a statement each would be slow over a network.</summary>
internal static class JsonRows
{
    // Only a database reads it: what a browser could misread may stand as it is, which is shorter and sooner read.
    private static readonly JsonWriterOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An array with an object for each item; <paramref name="write"/> writes its properties.</summary>
    public static string Write<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }, AsItStands);

    public static void WriteInstant(this Utf8JsonWriter json, string name, Instant? at, DatabaseProvider provider)
    {
        if (at is not { } instant)
        {
            json.WriteNull(name);
            return;
        }

        var milliseconds = instant.ToUnixTimeMilliseconds();
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                json.WriteNumber(name, milliseconds);
                break;
            case DatabaseProvider.SqlServer:
                json.WriteString(name, Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider));
        }
    }

    public static void WriteId(this Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
