using NodaTime;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>
/// Looks at who is on shift and cannot be reached. What is read serves for 25 s: the beginning of a shift and a lost device are then
/// still on the board within 30 s, and a large house is not read through every 5 s.
/// </summary>
public sealed class WatchedPeople(FindUnreachable find) : IAlarmSource
{
    private static readonly Duration ReadEvery = Duration.FromSeconds(25);

    private Instant? _readAt;
    private IReadOnlyList<UnreachableOnRole> _known = [];

    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.PeopleUnreachable];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        if (_readAt is not { } last || now - last >= ReadEvery)
        {
            _known = await ReadAsync(cancellationToken);
            _readAt = now;
        }

        return [.. UnreachableRules.Observe(_known)];
    }

    private async Task<IReadOnlyList<UnreachableOnRole>> ReadAsync(CancellationToken cancellationToken) =>
    [
        .. from line in await find.EverywhereAsync(cancellationToken)
           group line by line.Role into role
           select new UnreachableOnRole(role.Key.Code, role.Key.Name, [.. role.Select(l => l.Person.Name).Distinct(StringComparer.Ordinal)], role.First().NobodyElse),
    ];
}
