namespace OnCall.Channels.Sms;

/// <summary>What an SMS reply asks for.</summary>
public enum SmsReplyKind
{
    /// <summary>Takes the page.</summary>
    Yes,

    /// <summary>Passes it on.</summary>
    No,

    /// <summary>Neither: a reply word of the page, or free text. Never an acknowledgement by itself.</summary>
    Text,
}
