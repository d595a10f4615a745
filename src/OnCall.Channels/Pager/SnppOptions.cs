namespace OnCall.Channels.Pager;

/// <summary>Settings of the pager channel: <c>OnCall__Channels__Snpp__*</c>.</summary>
public sealed class SnppOptions
{
    /// <summary>The name of the settings' section.</summary>
    public const string Name = "Snpp";

    public string? Host { get; set; }

    /// <summary>444 is SNPP's own.</summary>
    public int Port { get; set; } = 444;

    /// <summary>Sent as LOGI when set; some gateways insist on it.</summary>
    public string? Login { get; set; }

    public string? Password { get; set; }

    /// <summary><c>ascii</c>: what a pager may not show is spelled plainly. <c>utf-8</c>: for gateways known to take it.</summary>
    public string Encoding { get; set; } = "ascii";

    /// <summary>The longest line, in characters, that is sent with MESS; longer texts go with DATA, in lines of at most that.</summary>
    public int MaxLineLength { get; set; } = 200;

    /// <summary>Sends LEVE and ALER by urgency. A gateway that does not know them is paged without.</summary>
    public bool ServiceLevels { get; set; } = true;

    /// <summary>Sends the reference as SUBJ as well, for pagers with a subject line.</summary>
    public bool Subject { get; set; }

    /// <summary>Seconds for which the gateway shall HOLD what does not ring; null, the default, never asks. Nothing that rings is ever held.</summary>
    public int? QuietHoldSeconds { get; set; }

    /// <summary>What to send after LOGI behind the word SITE, such as HylaFAX's <c>JQUEUE yes</c>, without which its SEND waits for the modem.</summary>
    public IList<string> SiteCommands { get; } = [];

    /// <summary>Sessions open to the gateway at one time (1 to 256), one a message; 32 by default.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Sessions begun in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? PerSecond { get; set; }

    /// <summary>True when the settings are there.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    internal bool IsUtf8 => Encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
