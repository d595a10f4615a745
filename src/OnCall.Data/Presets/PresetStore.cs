using System.Data.Common;
using Dapper;
using OnCall.Application.Directory;
using OnCall.Application.Presets;
using OnCall.Data.Audit;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Presets;

namespace OnCall.Data.Presets;

/// <summary>The presets, in either database.</summary>
public sealed class PresetStore(Database database) : IPresetStore
{
    private readonly SqlText _sql = SqlText.For<PresetStore>(database.Provider);

    public Task<Preset?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => PresetRow.Presets(await connection.QueryAsync<PresetRow>(_sql["Find"], new { code })).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<Preset>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Preset>>(
        async connection => [.. PresetRow.Presets(await connection.QueryAsync<PresetRow>(_sql["All"]))],
        cancellationToken);

    public async Task<SaveResult> SaveAsync(Preset preset, bool isNew, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(preset);
        try
        {
            return await database.WriteAsync((connection, transaction) => WriteAsync(connection, transaction, preset, isNew, audit), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return SaveResult.Raced;
        }
    }

    public Task<bool> RemoveAsync(PresetId preset, AuditEntry audit, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(_sql["DeleteRoles"], new { id = preset }, transaction);
            if (await connection.ExecuteAsync(_sql["Delete"], new { id = preset }, transaction) == 0)
            {
                return false;
            }

            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return true;
        },
        cancellationToken);

    private async Task<SaveResult> WriteAsync(DbConnection connection, DbTransaction transaction, Preset preset, bool isNew, AuditEntry audit)
    {
        var values = new
        {
            id = preset.Id,
            code = preset.Code,
            name = preset.Name,
            orgUnit = preset.OrgUnit,
            urgency = preset.Urgency.ToString(),
            subject = preset.Subject,
            body = preset.Body,
            asksWhere = preset.AsksWhere,
            active = preset.Active,
        };
        if (await connection.ExecuteAsync(_sql[isNew ? "Insert" : "Update"], values, transaction) == 0)
        {
            return SaveResult.Raced;
        }

        await connection.ExecuteAsync(_sql["DeleteRoles"], new { id = preset.Id }, transaction);
        await connection.ExecuteAsync(_sql["InsertRole"], preset.Roles.Select((role, i) => new { id = preset.Id, ordinal = i, role }), transaction);
        await AuditTrail.AppendAsync(connection, transaction, database, audit);
        return SaveResult.Saved;
    }
}
