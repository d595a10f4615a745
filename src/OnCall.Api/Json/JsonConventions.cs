using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnCall.Api.Json;

/// <summary>How the API writes JSON: camelCase, RFC 3339 instants in UTC, enums by their written names.</summary>
internal static class JsonConventions
{
    internal static void Apply(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.NumberHandling = JsonNumberHandling.Strict;

        // Names in any script stay readable; answers are never embedded in HTML unescaped.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new InstantJson());
        json.Converters.Add(new UrgencyJson());
        json.Converters.Add(new CoverageTimesJson());
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
