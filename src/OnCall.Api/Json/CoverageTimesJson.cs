using System.Text.Json;
using System.Text.Json.Serialization;
using OnCall.Application.Directory;

namespace OnCall.Api.Json;

/// <summary>Coverage hours are a word or a list of spans.</summary>
internal sealed class CoverageTimesJson : JsonConverter<CoverageTimes>
{
    public override CoverageTimes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new CoverageTimes(reader.GetString(), null),
        JsonTokenType.StartArray => new CoverageTimes(null, JsonSerializer.Deserialize<List<CoverageSpan>>(ref reader, options)),
        _ => throw new JsonException("Write \"24x7\", \"none\" or a list of {days, from, to}."),
    };

    public override void Write(Utf8JsonWriter writer, CoverageTimes value, JsonSerializerOptions options)
    {
        if (value.Spans is { } spans)
        {
            JsonSerializer.Serialize(writer, spans, options);
        }
        else
        {
            writer.WriteStringValue(value.Word);
        }
    }
}
