using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application.Retention;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;

namespace OnCall.Data.Retention;

/// <summary>How long things are kept, in either database.</summary>
public sealed class RetentionRuleStore(Database database) : IRetentionRules
{
    private readonly SqlText _sql = SqlText.For<RetentionRuleStore>(database.Provider);
    private readonly RetentionGate _gate = new(database);

    public Task<IReadOnlyList<StoredRetentionRule>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<StoredRetentionRule>>(
        async connection => [.. (await connection.QueryAsync<RuleRow>(_sql["All"])).Select(r => r.ToRule())], cancellationToken);

    public Task PutAsync(StoredRetentionRule rule, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var parameters = new { what = rule.Rule.Class.ToString(), unit = rule.Rule.OrgUnit, days = rule.Rule.Days, at = rule.UpdatedAt, by = rule.UpdatedBy };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await _gate.TakeAsync(connection, transaction);
                await connection.ExecuteAsync(_sql["Delete"], parameters, transaction);
                await connection.ExecuteAsync(_sql["Insert"], parameters, transaction);
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(RetentionClass what, OrgUnitId? unit, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await _gate.TakeAsync(connection, transaction);
            if (await connection.ExecuteAsync(_sql["Delete"], new { what = what.ToString(), unit }, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    /// <summary>The rules as a transaction sees them.</summary>
    internal async Task<IReadOnlyList<RetentionRule>> RulesAsync(DbConnection connection, DbTransaction? transaction) =>
        [.. (await connection.QueryAsync<RuleRow>(_sql["All"], transaction: transaction)).Select(r => r.ToRule().Rule)];

    private sealed class RuleRow
    {
        public string Class { get; set; } = "";

        public OrgUnitId? OrgUnit { get; set; }

        public int? Days { get; set; }

        public Instant UpdatedAt { get; set; }

        public string UpdatedBy { get; set; } = "";

        public StoredRetentionRule ToRule() => new(new RetentionRule(Enum.Parse<RetentionClass>(Class), OrgUnit, Days), UpdatedAt, UpdatedBy);
    }
}
