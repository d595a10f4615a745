using System.Text.Json;
using OnCall.Channels.Http;

namespace OnCall.Channels.Push;

/// <summary>The provider's error: FCM's own code where given, else the general status of Google's APIs.</summary>
/// <param name="OnToken">True when the field at fault is the device token.</param>
internal sealed record FcmError(string Code, bool OnToken)
{
    internal static readonly FcmError Unreadable = new("", false);

    internal static FcmError Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return AnswerJson.Value(document.RootElement, "error") is { ValueKind: JsonValueKind.Object } error ? Of(error) : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static FcmError Of(JsonElement error)
    {
        var code = Text(error, "status");
        var onToken = false;
        foreach (var detail in Items(error, "details"))
        {
            code = Text(detail, "errorCode") is { Length: > 0 } own ? own : code;
            onToken |= Items(detail, "fieldViolations").Any(v => Text(v, "field") == "message.token");
        }

        // Without details the provider says in words which argument it means.
        return new FcmError(code, onToken || Text(error, "message").Contains("registration token", StringComparison.OrdinalIgnoreCase));
    }

    private static string Text(JsonElement of, string name) => AnswerJson.Text(of, name) ?? "";

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string name) =>
        AnswerJson.Value(of, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;
}
