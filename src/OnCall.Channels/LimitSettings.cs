using OnCall.Application.Notifications;

namespace OnCall.Channels;

/// <summary>How the limits of a provider are set, the same for every channel.</summary>
internal static class LimitSettings
{
    private const int MostAtOnce = 256;
    private const int MostPerSecond = 1000;

    /// <summary>What serves where neither is set stays <see cref="ProviderLimits.Usual"/>.</summary>
    internal static ProviderLimits Of(int? atOnce, int? perSecond) => new(atOnce ?? ProviderLimits.Usual.Concurrent, perSecond ?? ProviderLimits.Usual.PerSecond);

    /// <summary>What two providers take that one channel serves.</summary>
    internal static ProviderLimits Smaller(ProviderLimits one, ProviderLimits other) => new(
        Math.Min(one.Concurrent, other.Concurrent), (one.PerSecond, other.PerSecond) is ({ } a, { } b) ? Math.Min(a, b) : one.PerSecond ?? other.PerSecond);

    /// <summary>Which of a channel's settings is wrong and why; null when none is.</summary>
    internal static (string Setting, string Why)? Problem((string Setting, int? Value) atOnce, (string Setting, int? Value) perSecond) =>
        atOnce.Value is < 1 or > MostAtOnce ? (atOnce.Setting, $"is not between 1 and {MostAtOnce}.")
        : perSecond.Value is < 1 or > MostPerSecond ? (perSecond.Setting, $"is not between 1 and {MostPerSecond}.")
        : null;
}
