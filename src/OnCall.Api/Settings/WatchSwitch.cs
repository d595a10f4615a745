namespace OnCall.Api.Settings;

/// <summary>Settings of the watch over the engine: <c>OnCall__Watch__*</c>.</summary>
public sealed class WatchSwitch
{
    /// <summary>False is for tests that move the clock by hand: nothing is watched, and no alarm is raised.</summary>
    public bool Enabled { get; set; } = true;
}
