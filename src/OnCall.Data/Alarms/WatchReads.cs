using Dapper;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Data.Schema;
using OnCall.Domain.Alarms;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Data.Alarms;

/// <summary>What the watch reads of pages and rosters, in either database.</summary>
public sealed class WatchReads(Database database) : IOverdueReads, IRosterEndReads
{
    private readonly SqlText _sql = SqlText.For<WatchReads>(database.Provider);

    public Task<IReadOnlyList<OverdueWork>> OldestAsync(Instant now, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<OverdueWork>>(
        async connection =>
        {
            var pages = await connection.QueryAsync<OverdueRow>(_sql["OverduePages"], new { now });
            var messages = await connection.QueryAsync<OverdueRow>(_sql["OverdueMessages"], new { now });
            return [.. pages.Concat(messages).Select(r => new OverdueWork(r.Kind is { } kind ? Enum.Parse<ContactMethodKind>(kind) : null, r.DueAt))];
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<RoleId, Instant>> EndsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyDictionary<RoleId, Instant>>(
        async connection => (await connection.QueryAsync<EndRow>(_sql["RosterEnds"])).ToDictionary(r => r.Role, r => r.EndAt),
        cancellationToken);

    private sealed class OverdueRow
    {
        public string? Kind { get; set; }

        public Instant DueAt { get; set; }
    }

    private sealed class EndRow
    {
        public RoleId Role { get; set; }

        public Instant EndAt { get; set; }
    }
}
