using Dapper;
using OnCall.Application.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Directory;

/// <summary>The escalation policies, in either database.</summary>
public sealed class PolicyStore(Database database) : IPolicyStore
{
    private readonly SqlText _sql = SqlText.For<PolicyStore>(database.Provider);

    public Task<EscalationPolicy?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<PolicyRow>(_sql["Find"], new { code }))?.ToPolicy(),
        cancellationToken);

    public Task<IReadOnlyList<EscalationPolicy>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<EscalationPolicy>>(
        async connection => [.. (await connection.QueryAsync<PolicyRow>(_sql["All"])).Select(r => r.ToPolicy())],
        cancellationToken);

    public Task<SaveResult> SaveAsync(EscalationPolicy policy, bool isNew, AuditEntry audit, CancellationToken cancellationToken) => database.SaveAsync(
        audit,
        (connection, transaction) => connection.ExecuteAsync(
            _sql[isNew ? "Insert" : "Update"],
            new { id = policy.Id, code = policy.Code, name = policy.Name, steps = StepsJson.Write(policy.Steps), outcomeWithin = policy.OutcomeWithinSeconds },
            transaction),
        cancellationToken);
}
