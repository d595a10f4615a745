namespace OnCall.Channels.Sms;

/// <summary>The webhooks of this server that the provider calls.</summary>
public static class TwilioPaths
{
    /// <summary>Receipts of messages sent.</summary>
    public const string Status = "/webhooks/twilio/status";

    /// <summary>Replies by SMS.</summary>
    public const string Sms = "/webhooks/twilio/sms";
}
