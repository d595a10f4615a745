using System.Data.Common;
using Dapper;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Audit;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Uploads and what they put in force, in either database.</summary>
public sealed class RosterUploadStore(Database database, RoleStore roleStore, PersonStore people, IIdSource ids) : IRosterUploads
{
    private readonly SqlText _sql = SqlText.For<RosterUploadStore>(database.Provider);
    private readonly PublicationWriter _writer = new(database, roleStore, people, ids);

    public Task AddAsync(RosterUpload upload, RosterDraft? draft, IReadOnlyList<RoleRange> ranges, AuditEntry audit, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var stamp = await connection.ExecuteScalarAsync<long>(_sql["Stamp"], transaction: transaction);
                await _writer.InsertUploadAsync(connection, transaction, upload, draft, stamp);

                // The roles that a preview would bring along are not there yet.
                var unborn = draft?.Roles.Select(r => r.Id).ToHashSet() ?? [];
                await _writer.InsertRangesAsync(connection, transaction, upload.Id, ranges.Where(r => !unborn.Contains(r.Role)));
                await AuditTrail.AppendAsync(connection, transaction, database, audit);
                return true;
            },
            cancellationToken);

    public async Task<bool> PublishAsync(RosterPublishing publishing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(publishing);
        try
        {
            return await database.WriteAsync((connection, transaction) => _writer.WriteAsync(connection, transaction, publishing), cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Somebody made the same role or person in the same moment.
            return false;
        }
    }

    public Task<StoredUpload?> FindAsync(UploadId id, CancellationToken cancellationToken) => database.ReadAsync<StoredUpload?>(
        async connection =>
        {
            if (await connection.QuerySingleOrDefaultAsync<UploadRow>(_sql["Find"], new { id }) is not { } row)
            {
                return null;
            }

            var named = (await connection.QueryAsync<RoleId>(_sql["Roles"], new { id })).ToList();
            return new StoredUpload(row.ToUpload(), DraftJson.ReadDraft(row.Draft), named);
        },
        cancellationToken);

    public Task<IReadOnlyList<RosterUpload>> ListAsync(UploadId? before, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RosterUpload>>(
        async connection =>
        {
            var rows = before is { } last
                ? await connection.QueryAsync<UploadRow>(_sql["ListBefore"], new { before = last, most })
                : await connection.QueryAsync<UploadRow>(_sql["List"], new { most });
            return [.. rows.Select(r => r.ToUpload())];
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<UploadId, IReadOnlyList<RoleId>>> RolesAsync(IReadOnlyCollection<UploadId> ids, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<UploadId, IReadOnlyList<RoleId>>>(
            async connection => (await connection.QueryAsync<RangeRow>(_sql["RolesOfEach"], new { ids = ids.Select(i => database.Stored(i.Value)) }))
                .GroupBy(r => r.Upload)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<RoleId>)[.. g.Select(r => r.Role)]),
            cancellationToken);

    public Task<IReadOnlyList<EarlierPublication>> PublishedOverAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, Instant since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<EarlierPublication>>(
            async connection =>
            {
                var found = new List<EarlierPublication>();
                foreach (var part in database.Batches(roles))
                {
                    found.AddRange((await connection.QueryAsync<EarlierRow>(_sql["PublishedOver"], new { roles = part, from, to, since })).Select(r => r.ToEarlier()));
                }

                return found;
            },
            cancellationToken);

    public Task<PublishedShifts> ShiftsOfAsync(UploadId id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => new PublishedShifts(
            [.. (await connection.QueryAsync<ShiftRow>(_sql["AddedBy"], new { id })).Select(r => r.ToShift())],
            [.. (await connection.QueryAsync<ShiftRow>(_sql["ReplacedBy"], new { id })).Select(r => r.ToShift())]),
        cancellationToken);

    public Task<RollBackResult> RollBackAsync(UploadId id, AuditEntry audit, CancellationToken cancellationToken, IReadOnlyList<NewNotice>? notices = null) => database.WriteAsync(
        async (connection, transaction) =>
        {
            // The stamp's row is what publications queue at: after it, what is published stays so until this is done.
            await connection.ExecuteAsync(_sql["BumpStamp"], transaction: transaction);
            if (await connection.QuerySingleOrDefaultAsync<long?>(_sql["PublishedStamp"], new { id }, transaction) is not { } stamp)
            {
                return RollBackResult.NotPublished;
            }

            if (await connection.ExecuteScalarAsync<int>(_sql["CountLaterTouching"], new { id, stamp }, transaction) > 0)
            {
                return RollBackResult.Overlaid;
            }

            await connection.ExecuteAsync(_sql["Restore"], new { id }, transaction);
            await connection.ExecuteAsync(_sql["Withdraw"], new { id }, transaction);
            await connection.ExecuteAsync(_sql["MarkRolledBack"], new { id }, transaction);
            await NoticeWriter.AppendAsync(connection, transaction, database, notices ?? []);
            await AuditTrail.AppendAsync(connection, transaction, database, audit);
            return RollBackResult.Done;
        },
        cancellationToken);

    private sealed class RangeRow
    {
        public UploadId Upload { get; set; }

        public RoleId Role { get; set; }
    }

    private sealed class EarlierRow
    {
        public RoleId Role { get; set; }

        public Instant StartAt { get; set; }

        public Instant EndAt { get; set; }

        public string CreatedBy { get; set; } = "";

        public string FileName { get; set; } = "";

        public Instant PublishedAt { get; set; }

        public EarlierPublication ToEarlier() => new(Role, StartAt, EndAt, CreatedBy, FileName, PublishedAt);
    }
}
