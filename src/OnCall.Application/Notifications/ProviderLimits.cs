namespace OnCall.Application.Notifications;

/// <summary>How much a provider takes at once.</summary>
/// <param name="Concurrent">Calls on the wire at one time; codes have half as many again.</param>
/// <param name="PerSecond">Calls begun in any one second, from this node; null when the provider sets no limit.</param>
public sealed record ProviderLimits(int Concurrent, int? PerSecond)
{
    /// <summary>What serves where nothing is set.</summary>
    public static ProviderLimits Usual { get; } = new(32, null);
}
