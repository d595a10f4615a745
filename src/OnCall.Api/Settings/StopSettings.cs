namespace OnCall.Api.Settings;

/// <summary>Settings of a stop that was asked for: <c>OnCall__Stop__*</c>.</summary>
public sealed class StopSettings
{
    /// <summary>The longest time to leave in, seconds: together with what is then still on its way it has to fit the host's patience of 30 s.</summary>
    internal const int Longest = 20;

    /// <summary>How many seconds a node goes on serving once it is told to end. Null: 2, and 0 in Development.</summary>
    public int? LeaveSeconds { get; set; }
}
