namespace OnCall.Channels.Push.Web;

/// <summary>Settings of pushes to browsers: <c>OnCall__Channels__WebPush__*</c>.</summary>
public sealed class WebPushOptions
{
    /// <summary>The name of the settings' section.</summary>
    public const string Name = "WebPush";

    /// <summary>Whom the operator of a push service can reach about our pushes: <c>mailto:</c> or <c>https:</c>. Without it none are sent.</summary>
    public string? Subject { get; set; }

    /// <summary>Further hosts that pushes may go to, by comma: <c>push.hospital.example</c>, or <c>*.hospital.example</c> for all below it.</summary>
    public string? Hosts { get; set; }

    /// <summary>Also pushes to this machine itself, unencrypted: for tests.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Messages on the wire at one time (1 to 256); 32 by default. Counts for FCM too where both are set: the smaller one.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Messages begun in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? PerSecond { get; set; }

    /// <summary>True when the settings are there.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Subject);

    internal IReadOnlyList<string> OwnHosts => (Hosts ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
