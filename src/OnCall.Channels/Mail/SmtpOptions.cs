namespace OnCall.Channels.Mail;

/// <summary>Settings of the mail channel: <c>OnCall__Channels__Smtp__*</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The name of the settings' section.</summary>
    public const string Name = "Smtp";

    public string? Host { get; set; }

    /// <summary>587 is that of submission (RFC 6409); a relay within the house often listens at 25.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Signs in when set, only ever over TLS.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address, such as <c>oncall@hospital.example</c>.</summary>
    public string? From { get; set; }

    /// <summary>STARTTLS (RFC 3207) with a certificate that this machine trusts. False only for a relay that is reached within a guarded network.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Messages on the wire at one time (1 to 256), each by a session of its own; 32 by default.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Messages begun in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? PerSecond { get; set; }

    /// <summary>True when the settings are there.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);
}
