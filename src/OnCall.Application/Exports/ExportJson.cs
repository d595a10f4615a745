using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Application.Exports;

/// <summary>An export as JSON: an object with the export, and the seal as its second member.</summary>
internal static class ExportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Converters = { new InstantText() } };

    /// <summary>All but the seal and the closing brace.</summary>
    internal static byte[] Of(PageExport export) => [.. "{\"export\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(export, Options)];

    private sealed class InstantText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => InstantPattern.ExtendedIso.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
