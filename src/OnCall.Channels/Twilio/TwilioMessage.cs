using System.Globalization;
using System.Text.Json;

namespace OnCall.Channels.Twilio;

/// <summary>The parts of the provider's answer that count: of a message, of a call, or of an error.</summary>
internal sealed record TwilioMessage(string? Sid, string? Status, int? ErrorCode, string? AnsweredBy = null)
{
    internal static readonly TwilioMessage Unreadable = new(null, null, null);

    /// <summary>Reads any of them; what is not JSON is none.</summary>
    internal static TwilioMessage Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new TwilioMessage(Text(root, "sid"), Text(root, "status"), Number(root, "code") ?? Number(root, "error_code"), Text(root, "answered_by"))
                : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var written) ? written
        : null;
}
