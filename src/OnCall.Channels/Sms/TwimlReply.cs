using OnCall.Channels.Twilio;

namespace OnCall.Channels.Sms;

/// <summary>The webhook's answer to an inbound SMS, in the provider's markup.</summary>
public static class TwimlReply
{
    /// <summary>The media type of the answer.</summary>
    public const string ContentType = TwimlWriter.ContentType;

    /// <summary>A text message back to the sender; none when <paramref name="message"/> is null.</summary>
    public static string Write(string? message) => TwimlWriter.Write(xml =>
    {
        if (message is not null)
        {
            xml.WriteElementString("Message", TwimlWriter.Fit(message));
        }
    });
}
