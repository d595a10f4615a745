using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Exports;
using OnCall.Data.Schema;
using OnCall.Domain.Paging;

namespace OnCall.Data.Exports;

/// <summary>Each attempt of a page, in either database.</summary>
public sealed class AttemptTrailStore(Database database) : IAttemptTrail
{
    private readonly SqlText _sql = SqlText.For<AttemptTrailStore>(database.Provider);

    public Task<IReadOnlyList<AttemptLine>> OfAsync(PageId page, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<AttemptLine>>(
        async connection => [.. (await connection.QueryAsync<AttemptRow>(_sql["OfPage"], new { page })).Select(r => r.ToLine())], cancellationToken);

    private sealed class AttemptRow
    {
        public string? Name { get; set; }

        public string? EmployeeNo { get; set; }

        public string Kind { get; set; } = "";

        public string Address { get; set; } = "";

        public string Purpose { get; set; } = "";

        public int Step { get; set; }

        public string State { get; set; } = "";

        public int Attempts { get; set; }

        public Instant DueAt { get; set; }

        public Instant ChangedAt { get; set; }

        public string? ProviderId { get; set; }

        public string? Detail { get; set; }

        public AttemptLine ToLine() => new(
            Name is null ? null : $"{Name} ({EmployeeNo})", CamelCase.Of(Kind), Address.Length > 4 ? "…" + Address[^3..] : "…", CamelCase.Of(Purpose), Step, CamelCase.Of(State),
            Attempts, DueAt, ChangedAt, ProviderId, Detail);
    }
}
