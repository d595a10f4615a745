using Dapper;
using OnCall.Application.Access.SecondFactor;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;

namespace OnCall.Data.Access;

/// <summary>Keeps who must have a second factor, in either database.</summary>
public sealed class SecondFactorRuleStore(Database database) : ISecondFactorRules
{
    private readonly SqlText _sql = SqlText.For<SecondFactorRuleStore>(database.Provider);

    public Task<IReadOnlyList<SecondFactorRule>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SecondFactorRule>>(
        async connection => [.. (await connection.QueryAsync<RuleRow>(_sql["All"])).Select(r => r.ToRule())],
        cancellationToken);

    public Task ReplaceAsync(IReadOnlyCollection<SecondFactorRule> rules, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(_sql["DeleteAll"], transaction: transaction);
            await connection.ExecuteAsync(_sql["Insert"], rules.Select(r => new { permission = r.Permission?.ToString(), orgUnit = r.OrgUnit }), transaction);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    private sealed class RuleRow
    {
        public string? Permission { get; set; }

        public OrgUnitId? OrgUnit { get; set; }

        public SecondFactorRule ToRule() => new(Permission is null ? null : Enum.Parse<Permission>(Permission), OrgUnit);
    }
}
