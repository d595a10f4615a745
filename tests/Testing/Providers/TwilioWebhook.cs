using System.Security.Cryptography;
using System.Text;

namespace OnCall.Testing.Providers;

/// <summary>Webhook posts as Twilio makes them, signed by its published recipe and not by OnCall's code.</summary>
public static class TwilioWebhook
{
    /// <summary>The account that the posts are about, unless a test says otherwise.</summary>
    public const string AccountSid = "ACtest";

    /// <summary>A signed form post.</summary>
    /// <param name="signedUrl">The public URL of the webhook, which is what is signed.</param>
    /// <param name="path">Where the server under test is asked for it.</param>
    public static HttpRequestMessage Post(string authToken, string signedUrl, string path, IReadOnlyDictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.RelativeOrAbsolute)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Sign(authToken, signedUrl, fields));
        return request;
    }

    /// <summary>An SMS that came in.</summary>
    public static IReadOnlyDictionary<string, string> Sms(
        string from, string body, string messageSid = "SM00000000000000000000000000000001", string accountSid = AccountSid) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = messageSid, ["AccountSid"] = accountSid, ["From"] = from, ["To"] = "+15550000", ["Body"] = body, ["NumMedia"] = "0",
        };

    /// <summary>A receipt.</summary>
    public static IReadOnlyDictionary<string, string> Status(string messageSid, string status, string? errorCode = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["MessageSid"] = messageSid, ["MessageStatus"] = status, ["AccountSid"] = AccountSid };
        if (errorCode is not null)
        {
            fields["ErrorCode"] = errorCode;
        }

        return fields;
    }

    /// <summary>A call of ours that was answered, or a key pressed in it.</summary>
    public static IReadOnlyDictionary<string, string> Call(string callSid, string to, string? digits = null, string? answeredBy = "human")
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = callSid, ["AccountSid"] = "ACtest", ["From"] = "+15550000", ["To"] = to, ["Direction"] = "outbound-api", ["CallStatus"] = "in-progress",
        };
        if (digits is not null)
        {
            fields["Digits"] = digits;
        }

        if (answeredBy is not null)
        {
            fields["AnsweredBy"] = answeredBy;
        }

        return fields;
    }

    /// <summary>A receipt of a call.</summary>
    public static IReadOnlyDictionary<string, string> CallStatus(string callSid, string status, string? answeredBy = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CallSid"] = callSid, ["CallStatus"] = status, ["AccountSid"] = "ACtest", ["From"] = "+15550000", ["To"] = "+15550100",
        };
        if (answeredBy is not null)
        {
            fields["AnsweredBy"] = answeredBy;
        }

        return fields;
    }

    private static string Sign(string authToken, string url, IReadOnlyDictionary<string, string> fields)
    {
        var text = fields.OrderBy(f => f.Key, StringComparer.Ordinal).Aggregate(url, (all, f) => all + f.Key + f.Value);
#pragma warning disable CA5350 // Twilio's choice.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
