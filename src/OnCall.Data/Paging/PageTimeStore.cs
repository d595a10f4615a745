using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Reports;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Data.Paging;

/// <summary>How soon pages were answered, in either database.</summary>
public sealed class PageTimeStore(Database database) : IPageTimes
{
    private readonly SqlText _sql = SqlText.For<PageTimeStore>(database.Provider);

    public Task<IReadOnlyList<PagedRole>> OfAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PagedRole>>(
            async connection =>
            [
                .. (await database.Batches(roles.Select(r => r.Value)).GatherAsync(part => connection.QueryAsync<TimeRow>(_sql["Of"], new { roles = part, from, to })))
                    .Select(r => new PagedRole(r.Role, Enum.Parse<Urgency>(r.Urgency), r.SentAt, r.AcknowledgedAt, r.Phase == "Cancelled")),
            ],
            cancellationToken);

    private sealed class TimeRow
    {
        public RoleId Role { get; set; }

        public string Urgency { get; set; } = "";

        public Instant SentAt { get; set; }

        public Instant? AcknowledgedAt { get; set; }

        public string Phase { get; set; } = "";
    }
}
