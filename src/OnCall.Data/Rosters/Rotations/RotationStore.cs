using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Rosters.Rotations;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Schema;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Data.Rosters.Rotations;

/// <summary>Rotations, in either database.</summary>
public sealed class RotationStore(Database database, RoleStore roleStore, PersonStore people, IIdSource ids) : IRotations
{
    private readonly SqlText _sql = SqlText.For<RotationStore>(database.Provider);
    private readonly PublicationWriter _writer = new(database, roleStore, people, ids);

    public Task<StoredRotation?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<RotationRow>(_sql["Find"], new { code }))?.ToRotation(),
        cancellationToken);

    public Task<IReadOnlyList<StoredRotation>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<StoredRotation>>(
        async connection => [.. (await connection.QueryAsync<RotationRow>(_sql["All"])).Select(r => r.ToRotation())],
        cancellationToken);

    public Task<IReadOnlySet<ShiftId>> OwnShiftsAsync(RotationId rotation, Instant after, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlySet<ShiftId>>(
        async connection => (await connection.QueryAsync<ShiftId>(_sql["OwnShifts"], new { rotation, after })).ToHashSet(),
        cancellationToken);

    public async Task<bool> SaveAsync(RotationSaving saving, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(saving);
        try
        {
            return await database.WriteAsync((connection, transaction) => WriteAsync(connection, transaction, saving), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Somebody made one with the same code in the same moment.
            return false;
        }
    }

    private async Task<bool> WriteAsync(DbConnection connection, DbTransaction transaction, RotationSaving saving)
    {
        if (await connection.ExecuteAsync(_sql["TakeStamp"], new { stamp = saving.Stamp }, transaction) == 0)
        {
            return false;
        }

        var (rotation, version) = (saving.Rotation.Rotation, saving.Rotation.Version);
        var values = new
        {
            id = rotation.Id,
            code = rotation.Code,
            role = rotation.Role,
            definition = RotationJson.Write(rotation),
            madeTo = saving.Rotation.MadeTo,
            version,
            endedAt = saving.Rotation.EndedAt,
            updatedAt = saving.Audit.At,
            updatedBy = saving.Audit.Actor,
        };
        if (await connection.ExecuteAsync(_sql[version == 1 ? "Insert" : "Update"], values, transaction) == 0)
        {
            return false;
        }

        if (saving.Publishing is { } publishing)
        {
            await _writer.WriteTakenAsync(connection, transaction, publishing);
        }

        await AuditTrail.AppendAsync(connection, transaction, database, saving.Audit);
        return true;
    }

    private sealed class RotationRow
    {
        public RotationId Id { get; set; }

        public string Code { get; set; } = "";

        public Domain.Roles.RoleId Role { get; set; }

        public string Definition { get; set; } = "";

        public Instant MadeTo { get; set; }

        public int Version { get; set; }

        public Instant? EndedAt { get; set; }

        public StoredRotation ToRotation() => new(RotationJson.Read(Definition, Id, Code, Role), MadeTo, Version, EndedAt);
    }
}
