using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at which keys of integrations end. What is read serves for a minute: an end is known for weeks.</summary>
public sealed class WatchedKeyEnds(IKeyStore keys) : IAlarmSource
{
    private static readonly Duration ReadEvery = Duration.FromMinutes(1);

    private Instant? _readAt;
    private IReadOnlyList<IntegrationKey> _known = [];

    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.KeyEnding];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        if (_readAt is not { } last || now - last >= ReadEvery)
        {
            _known = await keys.IntegrationsAsync(cancellationToken);
            _readAt = now;
        }

        return [.. KeyEndRules.Observe(_known, now)];
    }
}
