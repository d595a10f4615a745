using System.Security.Cryptography;
using System.Text.Json;

namespace OnCall.Application.Paging;

/// <summary>
/// Tells whether an idempotency key comes again with the same request. The bytes are those of a serializer with its defaults: a node of
/// another version must answer the same.
/// </summary>
public static class RequestHash
{
    /// <summary>SHA-256, 64 hexadecimal digits.</summary>
    public static string Of(SendPageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Convert.ToHexStringLower(SHA256.HashData(JsonText.Utf8(json =>
        {
            json.WriteStartObject();
            json.WriteString(nameof(request.Role), request.Role);
            json.WriteString(nameof(request.Urgency), request.Urgency);
            json.WriteString(nameof(request.Subject), request.Subject);
            json.WriteString(nameof(request.Body), request.Body);
            json.WriteString(nameof(request.PatientRef), request.PatientRef);
            json.WriteString(nameof(request.Callback), request.Callback);
            WriteReplies(json, request.Replies);
            json.WriteEndObject();
        })));
    }

    private static void WriteReplies(Utf8JsonWriter json, IReadOnlyList<string>? replies)
    {
        if (replies is null)
        {
            json.WriteNull(nameof(SendPageRequest.Replies));
            return;
        }

        json.WriteStartArray(nameof(SendPageRequest.Replies));
        foreach (var reply in replies)
        {
            json.WriteStringValue(reply);
        }

        json.WriteEndArray();
    }
}
