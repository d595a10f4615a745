using Dapper;
using NodaTime;
using OnCall.Application.Access.BreakGlass;
using OnCall.Application.Notices;
using OnCall.Data.Audit;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Data.Sealing;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Data.Access;

/// <summary>Keeps who let themselves read what, in either database.</summary>
public sealed class BreakGlassStore(Database database) : IBreakGlassStore
{
    private readonly SqlText _sql = SqlText.For<BreakGlassStore>(database.Provider);

    public Task AddAsync(BrokenGlass broken, AuditEntry audit, IReadOnlyCollection<NewNotice> told, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                var values = new
                {
                    id = broken.Id,
                    page = broken.Page,
                    person = broken.Person,
                    reason = broken.Reason.ToString(),
                    note = database.Seal.Seal(SealedColumn.BrokenGlassNote, broken.Id.Value, broken.Note),
                    at = broken.At,
                    until = broken.Until,
                };
                await connection.ExecuteAsync(_sql["Insert"], values, transaction);
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                await NoticeWriter.AppendAsync(connection, transaction, database, told);
                return true;
            },
            cancellationToken);
    }

    public Task<bool> IsOpenAsync(PageId page, PersonId person, Instant now, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<int>(_sql["Open"], new { page, person, now }) > 0,
        cancellationToken);

    public Task<IReadOnlyList<BrokenGlass>> OfPageAsync(PageId page, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<BrokenGlass>>(
        async connection => [.. (await connection.QueryAsync<BrokenRow>(_sql["OfPage"], new { page })).Select(r => r.ToBroken(database.Seal))],
        cancellationToken);

    private sealed class BrokenRow
    {
        public BrokenGlassId Id { get; set; }

        public PageId Page { get; set; }

        public PersonId Person { get; set; }

        public string Reason { get; set; } = "";

        public string Note { get; set; } = "";

        public Instant At { get; set; }

        public BrokenGlass ToBroken(TextSeal seal) =>
            new(Id, Page, Person, Enum.Parse<BreakGlassReason>(Reason), seal.Open(SealedColumn.BrokenGlassNote, Id.Value, Note), At);
    }
}
