using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using OnCall.Application;

namespace OnCall.Data.Rows;

/// <summary>An array with an object for each row, as SQLite's <c>json_each</c> reads it. Times in ISO 8601, in UTC, with milliseconds.</summary>
internal sealed class JsonRowWriter : RowWriter, IDisposable
{
    // Only a database reads it: what a browser could misread may stand as it is, which is shorter and sooner read.
    private static readonly JsonWriterOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;

    public JsonRowWriter()
    {
        _json = new Utf8JsonWriter(_buffer, AsItStands);
        _json.WriteStartArray();
    }

    /// <summary>An object for each item; <paramref name="write"/> sets its properties.</summary>
    public static string Write<T>(IEnumerable<T> items, Action<RowWriter, T> write)
    {
        using var json = new JsonRowWriter();
        json.WriteAll(items, write);
        return json.ToText();
    }

    protected override void Begin() => _json.WriteStartObject();

    protected override void End() => _json.WriteEndObject();

    public override void Set(string name, long? value)
    {
        if (value is { } known)
        {
            _json.WriteNumber(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    public override void Set(string name, string? words) => _json.WriteString(name, words);

    public override void Set(string name, Guid? id)
    {
        if (id is { } known)
        {
            _json.WriteString(name, known);
        }
        else
        {
            _json.WriteNull(name);
        }
    }

    public override void Set(string name, bool value) => _json.WriteBoolean(name, value);

    public override void Set(string name, Instant? at)
    {
        // datetime2(3) rounds; cutting here keeps both databases and the rules on the same millisecond.
        var text = at is { } instant
            ? Instant.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : null;
        _json.WriteString(name, text);
    }

    public override void SetJson<T>(string name, T value, Action<Utf8JsonWriter, T> write) => _json.WriteString(name, JsonText.Utf8(json => write(json, value)));

    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
    }

    private string ToText()
    {
        _json.WriteEndArray();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.GetBuffer(), 0, (int)_buffer.Length);
    }
}
