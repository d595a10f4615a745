namespace OnCall.Api.Settings;

/// <summary>Settings of the heartbeat to an outside watchdog: <c>OnCall__Watchdog__*</c>.</summary>
public sealed class WatchdogSettings
{
    public const int ShortestInterval = 5;
    public const int LongestInterval = 3600;

    /// <summary>Asked by GET while pages go through; null sends none.</summary>
    public string? Url { get; set; }

    /// <summary>The pause between two heartbeats in seconds.</summary>
    public int IntervalSeconds { get; set; } = 30;
}
