namespace OnCall.Channels.Twilio;

/// <summary>Settings of the SMS and voice channels: <c>OnCall__Channels__Twilio__*</c>.</summary>
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

    /// <summary>A number to call from, in E.164 form; <see cref="From"/> by default. Needed for calls when that is a messaging service.</summary>
    public string? VoiceFrom { get; set; }

    /// <summary>
    /// False in a closed network, which the provider cannot reach: then it is asked how messages and calls stand, nobody can reply by SMS, and
    /// calls announce without taking a key. By default true.
    /// </summary>
    public bool? Callbacks { get; set; }

    /// <summary>
    /// How long the provider may hold an unsent message, in seconds (1 to 36000). What it cannot pass on by then comes back as
    /// undelivered, instead of ringing hours after the page was closed.
    /// </summary>
    public int ValiditySeconds { get; set; } = 600;

    /// <summary>Messages on the wire to the provider at one time (1 to 256); 32 by default.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Messages begun in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? PerSecond { get; set; }

    /// <summary>Calls being placed at one time (1 to 256); 32 by default.</summary>
    public int? VoiceAtOnce { get; set; }

    /// <summary>Calls placed in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? VoicePerSecond { get; set; }

    /// <summary>The address under which the provider reaches this server: <c>OnCall__PublicUrl</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>True when the settings are there; validation has then made sure that they are complete.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AccountSid);

    /// <summary>The number from which calls are placed; null when there is none.</summary>
    public string? CallsFrom => !IsConfigured ? null
        : !string.IsNullOrWhiteSpace(VoiceFrom) ? VoiceFrom
        : IsService(From) ? null : From;

    /// <summary>The provider calls this server's webhooks.</summary>
    public bool IsCalledBack => Callbacks ?? true;

    /// <summary>True for the id of a messaging service rather than a number.</summary>
    internal static bool IsService(string? from) => from?.StartsWith("MG", StringComparison.Ordinal) == true;

    /// <summary>The full address of one of this server's webhooks, as the provider signs it.</summary>
    /// <param name="path">With its leading slash.</param>
    public string WebhookUrl(string path) => (PublicUrl ?? "").TrimEnd('/') + path;
}
