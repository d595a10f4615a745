using Microsoft.AspNetCore.Http;

namespace OnCall.Channels.Sms;

/// <summary>A text message that came in, as the provider's webhook tells it.</summary>
/// <param name="MessageSid">The provider's id: the same message posted twice has the same one.</param>
/// <param name="From">The sender's number in E.164 form.</param>
/// <param name="Body">What the person wrote; may be empty.</param>
public sealed record InboundSms(string MessageSid, string From, string Body)
{
    /// <summary>Reads the webhook's form; null when it lacks the sender or the id.</summary>
    public static InboundSms? Read(IFormCollection form)
    {
        var sid = form["MessageSid"].ToString();
        var from = form["From"].ToString();
        return sid.Length == 0 || from.Length == 0 ? null : new InboundSms(sid, from, form["Body"].ToString());
    }

    /// <summary>Neither number nor words: this may be logged.</summary>
    public override string ToString() => MessageSid;
}
