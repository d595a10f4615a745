namespace OnCall.Api.Settings;

/// <summary>Settings of the purge: <c>OnCall__Retention__*</c>. What is purged is said by rules, not here.</summary>
public sealed class RetentionSettings
{
    /// <summary>From this hour of the day on it may run, 0 to 23, by the clock of <c>OnCall__TimeZone</c>.</summary>
    public int Hour { get; set; } = 2;
}
