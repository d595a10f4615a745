namespace OnCall.Api.Settings;

/// <summary>Settings of the engine: <c>OnCall__Scheduler__*</c>.</summary>
public sealed class SchedulerSettings
{
    /// <summary>False leaves the engine to a worker of its own.</summary>
    public bool InProcess { get; set; } = true;
}
