namespace OnCall.Channels.Twilio;

/// <summary>Settings of the SMS channel: <c>OnCall__Channels__Twilio__*</c>.</summary>
public sealed class TwilioOptions
{
    /// <summary>The name of the settings' section.</summary>
    public const string Name = "Twilio";

    /// <summary>The provider's own address.</summary>
    public const string UsualBaseUrl = "https://api.twilio.com";

    /// <summary>Where the provider's API answers. Another value serves a proxy or a test.</summary>
    public string BaseUrl { get; set; } = UsualBaseUrl;

    public string? AccountSid { get; set; }

    public string? AuthToken { get; set; }

    /// <summary>A sender number in E.164 form, or the id of a messaging service (<c>MG…</c>).</summary>
    public string? From { get; set; }

    /// <summary>
    /// How long the provider may hold an unsent message, in seconds (1 to 36000). What it cannot pass on by then comes back as
    /// undelivered, instead of ringing hours after the page was closed.
    /// </summary>
    public int ValiditySeconds { get; set; } = 600;

    /// <summary>The address under which the provider reaches this server: <c>OnCall__PublicUrl</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>True when the settings are there; validation has then made sure that they are complete.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AccountSid);

    /// <summary>The full address of one of this server's webhooks, as the provider signs it.</summary>
    /// <param name="path">With its leading slash.</param>
    public string WebhookUrl(string path) => (PublicUrl ?? "").TrimEnd('/') + path;
}
