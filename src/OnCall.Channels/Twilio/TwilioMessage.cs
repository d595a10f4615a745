using System.Globalization;
using System.Text.Json;
using OnCall.Channels.Http;

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
                ? new TwilioMessage(AnswerJson.Text(root, "sid"), AnswerJson.Text(root, "status"), Number(root, "code") ?? Number(root, "error_code"), AnswerJson.Text(root, "answered_by"))
                : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static int? Number(JsonElement of, string name) =>
        AnswerJson.Value(of, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number
        : int.TryParse(AnswerJson.Text(of, name), CultureInfo.InvariantCulture, out var written) ? written
        : null;
}
