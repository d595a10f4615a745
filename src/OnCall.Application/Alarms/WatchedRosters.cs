using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Alarms;

namespace OnCall.Application.Alarms;

/// <summary>Looks at how far rosters go. They are read when the roster stamp has moved; in between only the time changes the answer.</summary>
public sealed class WatchedRosters(IRosterReads rosters, IRosterEndReads ends, IDirectoryReads directory, RoleScopes scopes) : IAlarmSource
{
    private long? _stamp;
    private IReadOnlyList<RosterEnd> _known = [];

    public IReadOnlyCollection<AlarmKind> Kinds { get; } = [AlarmKind.StaleRoster];

    public async Task<IReadOnlyCollection<ObservedAlarm>> ObserveAsync(IReadOnlyCollection<Alarm> standing, Instant now, CancellationToken cancellationToken)
    {
        var stamp = await rosters.StampAsync(cancellationToken);
        if (stamp != _stamp)
        {
            _known = await ReadAsync(cancellationToken);
            _stamp = stamp;
        }

        return [.. RosterAgeRules.Observe(_known, now)];
    }

    private async Task<IReadOnlyList<RosterEnd>> ReadAsync(CancellationToken cancellationToken)
    {
        var last = await ends.EndsAsync(cancellationToken);
        var roles = (await directory.AllRolesAsync(cancellationToken)).Where(r => last.ContainsKey(r.Id) && r.Coverage.Hours is not { Count: 0 }).ToList();
        var places = await scopes.OfAsync(roles, cancellationToken);
        return roles.ConvertAll(r => new RosterEnd(r.Code, r.Name, last[r.Id], places[r.Id].Zone));
    }
}
