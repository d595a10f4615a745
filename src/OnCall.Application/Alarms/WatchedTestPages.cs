using NodaTime;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at what became of the page of each minute.</summary>
public sealed class WatchedTestPages(ITestPageStore pages, WatchSettings settings, OwnBeat own) : IAlarmSource
{
    private static readonly Duration Lately = Duration.FromMinutes(3);

    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.SyntheticPageLost];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken) =>
        settings.SelfTest ? [.. SelfTestRules.Observe(await pages.SentAsync(now - Lately, now + Lately, cancellationToken), own.StartedAt, now)] : [];
}
