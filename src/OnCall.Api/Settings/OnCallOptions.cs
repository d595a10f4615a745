namespace OnCall.Api.Settings;

/// <summary>The settings that belong to no adapter: <c>OnCall__*</c>.</summary>
public sealed class OnCallOptions
{
    public const string Section = "OnCall";

    /// <summary>Where the embedded database, the session keys and the demo key live; made when missing.</summary>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>The address under which people and providers reach this server; null in a house without either.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether text messages and mails carry a link to take the page with. Wants <see cref="PublicUrl"/>.</summary>
    public bool AcknowledgeLinks { get; set; }

    /// <summary>Becomes an administrator's key when the directory holds no people yet. At least 24 characters.</summary>
    public string? BootstrapApiKey { get; set; }

    /// <summary>The IANA zone of the house, for roles and units that name none; <c>UTC</c> when left out.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Seeds a small hospital; null means in Development only.</summary>
    public bool? Demo { get; set; }

    public SchedulerSettings Scheduler { get; set; } = new();

    public TelemetrySettings Telemetry { get; set; } = new();

    public WatchSwitch Watch { get; set; } = new();

    public SelfTestSettings SelfTest { get; set; } = new();

    public WatchdogSettings Watchdog { get; set; } = new();

    public PaperSettings Paper { get; set; } = new();

    public RosterSettings Rosters { get; set; } = new();

    public RetentionSettings Retention { get; set; } = new();

    public StopSettings Stop { get; set; } = new();
}
