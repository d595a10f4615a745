namespace OnCall.Api.Settings;

/// <summary>Settings of a stop that was asked for: <c>OnCall__Stop__*</c>.</summary>
public sealed class StopSettings
{
    /// <summary>The longest time to leave in, seconds.</summary>
    internal const int Longest = 20;

    /// <summary>What is on its way when a node has left: requests, and calls to providers, which take 8 s at the most.</summary>
    private const int OnItsWay = 30;

    /// <summary>How long a stop may take in all.</summary>
    internal static readonly TimeSpan Whole = TimeSpan.FromSeconds(Longest + OnItsWay);

    /// <summary>How many seconds a node goes on serving once it is told to end. Null: 2, and 0 in Development.</summary>
    public int? LeaveSeconds { get; set; }
}
