using Microsoft.AspNetCore.Http;

namespace OnCall.Channels.Sms;

/// <summary>A text message that came in, as the provider's webhook tells it.</summary>
/// <param name="MessageSid">The provider's id: the same message posted twice has the same one.</param>
/// <param name="From">The sender's number in E.164 form.</param>
/// <param name="Body">What the person wrote; may be empty.</param>
/// <param name="OptsIn">False when it tells the provider to send nothing more, true when it takes that back, null when neither.</param>
public sealed record InboundSms(string MessageSid, string From, string Body, bool? OptsIn = null)
{
    private const string Yes = "yes";

    // The provider's own words (twilio.com/docs/messaging/tutorials/advanced-opt-out). It acts on them itself.
    private static readonly HashSet<string> Out =
        new(StringComparer.OrdinalIgnoreCase) { "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout", "revoke" };

    private static readonly HashSet<string> In = new(StringComparer.OrdinalIgnoreCase) { "start", "unstop", Yes };

    /// <summary>It is meant for the provider alone, which has answered it already. A yes may mean a page as well.</summary>
    public bool IsForProvider => OptsIn is not null && !IsYes(Body);

    /// <summary>Reads the webhook's form; null when it lacks the sender or the id.</summary>
    public static InboundSms? Read(IFormCollection form)
    {
        var sid = form["MessageSid"].ToString();
        var from = form["From"].ToString();
        return sid.Length == 0 || from.Length == 0 ? null : new InboundSms(sid, from, form["Body"].ToString(), OptsInOf(form));
    }

    private static bool? OptsInOf(IFormCollection form) => form["OptOutType"].ToString() switch
    {
        "STOP" => false,
        "START" => true,
        "HELP" => null,
        _ => OptsInOf(form["Body"].ToString().Trim()),
    };

    private static bool? OptsInOf(string word) => Out.Contains(word) ? false : In.Contains(word) ? true : null;

    private static bool IsYes(string body) => string.Equals(body.Trim(), Yes, StringComparison.OrdinalIgnoreCase);

    /// <summary>Neither number nor words: this may be logged.</summary>
    public override string ToString() => MessageSid;
}
