using System.Text.Json;
using System.Text.Json.Serialization;
using OnCall.Domain.Paging;

namespace OnCall.Api.Json;

/// <summary>Urgency classes by their written names: <c>critical-result</c>.</summary>
internal sealed class UrgencyJson : JsonConverter<Urgency>
{
    public override Urgency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && UrgencyNames.TryParse(reader.GetString(), out var urgency)
            ? urgency
            : throw new JsonException("Write code, urgent, critical-result or routine.");

    public override void Write(Utf8JsonWriter writer, Urgency value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToName());
}
