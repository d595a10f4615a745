using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Json;

/// <summary>Instants as RFC 3339: written in UTC to the millisecond at most, read with any offset. Without an offset it is no instant.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    private static readonly InstantPattern Written = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.FFF'Z'");

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OffsetDateTimePattern.Rfc3339.Parse(reader.GetString()!) is { Success: true } read
            ? read.Value.ToInstant()
            : throw new JsonException("Write an instant with its offset, such as 2026-10-25T00:30:00Z.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Written.Format(value));
}
