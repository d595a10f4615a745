using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Api.Json;

/// <summary>
/// Instants as RFC 3339: written in UTC to the millisecond at most, read with any offset. Without an offset it is no instant, and neither
/// is what lies outside the years 1 to 9999 in UTC: no database takes it.
/// </summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    /// <summary>In bytes of UTF-8, to the millisecond: <c>2026-10-25T00:30:00.123Z</c>.</summary>
    internal const int Longest = 24;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OffsetDateTimePattern.Rfc3339.Parse(reader.GetString()!) is { Success: true } read && Fits(read.Value)
            ? read.Value.ToInstant()
            : throw new JsonException("Write an instant with its offset, in the years 1 to 9999, such as 2026-10-25T00:30:00Z.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Longest];
        writer.WriteStringValue(text[..Write(value, text)]);
    }

    /// <summary>Answers the number of bytes written.</summary>
    internal static int Write(Instant value, Span<byte> to)
    {
        // The round-trip format is written without parsing a pattern: 2026-10-25T00:30:00.1230000Z.
        Span<byte> full = stackalloc byte[28];
        value.ToDateTimeUtc().TryFormat(full, out _, "O", CultureInfo.InvariantCulture);
        var kept = full[..(Longest - 1)].TrimEnd((byte)'0');
        kept = kept[^1] == '.' ? kept[..^1] : kept;
        kept.CopyTo(to);
        to[kept.Length] = (byte)'Z';
        return kept.Length + 1;
    }

    // An offset can carry the first and the last day out of what there is.
    private static bool Fits(OffsetDateTime at) => at.Year switch
    {
        1 => at.Offset <= Offset.Zero,
        9999 => at.Offset >= Offset.Zero,
        var year => year > 1,
    };
}
