using System.Data.Common;
using Dapper;
using OnCall.Application;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Schema;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

/// <summary>Writes a publication within one transaction, in few statements however many shifts it has.</summary>
internal sealed class PublicationWriter(Database database, RoleStore roles, PersonStore people, IIdSource ids)
{
    // A year of a whole house is never in memory as rows at once.
    private const int ShiftsTogether = 4096;

    private readonly SqlText _sql = SqlText.For<RosterUploadStore>(database.Provider);

    /// <summary>False, with nothing written but perhaps the stamp, when the publication comes too late.</summary>
    public async Task<bool> WriteAsync(DbConnection connection, DbTransaction transaction, RosterPublishing publishing)
    {
        if (await connection.ExecuteAsync(_sql["TakeStamp"], new { stamp = publishing.Stamp }, transaction) == 0)
        {
            return false;
        }

        return await WriteTakenAsync(connection, transaction, publishing);
    }

    /// <summary>The same once the stamp is taken.</summary>
    public async Task<bool> WriteTakenAsync(DbConnection connection, DbTransaction transaction, RosterPublishing publishing)
    {
        var made = publishing.Stamp + 1;
        if (!publishing.IsPreview)
        {
            await InsertUploadAsync(connection, transaction, publishing.Upload, null, made);
        }
        else if (await connection.ExecuteAsync(_sql["PublishPreview"], Outcome(publishing.Upload, made), transaction) == 0)
        {
            return false;
        }

        await InsertNewAsync(connection, transaction, publishing.Draft);
        var unborn = publishing.Draft.Roles.Select(r => r.Id).ToHashSet();
        var ranges = publishing.Plan.Ranges.Where(r => !publishing.IsPreview || unborn.Contains(r.Role));
        await InsertRangesAsync(connection, transaction, publishing.Upload.Id, ranges);
        foreach (var part in database.Batches(publishing.Plan.Superseded.Select(s => s.Value)))
        {
            if (await connection.ExecuteAsync(_sql["Supersede"], new { upload = publishing.Upload.Id, shifts = part }, transaction) != part.Length)
            {
                throw new InvalidOperationException("A shift in force changed without the roster stamp: some writer does not bump it.");
            }
        }

        foreach (var part in publishing.Plan.Added.Chunk(ShiftsTogether))
        {
            using var rows = ShiftRows.Of(part, publishing.Upload.Id, ids, database.Provider);
            await database.InsertManyAsync(connection, transaction, _sql["InsertShifts"], rows);
        }

        await NoticeWriter.AppendAsync(connection, transaction, database, publishing.Notices);
        await AuditTrail.AppendAsync(connection, transaction, database, publishing.Audit);
        return true;
    }

    public Task InsertUploadAsync(DbConnection connection, DbTransaction transaction, RosterUpload upload, RosterDraft? draft, long stamp) => connection.ExecuteAsync(
        _sql["Insert"],
        new
        {
            id = upload.Id,
            createdAt = upload.CreatedAt,
            createdBy = upload.CreatedBy,
            fileName = upload.FileName,
            contentHash = upload.ContentHash,
            timeZone = upload.TimeZone,
            format = upload.Format,
            encoding = upload.Encoding,
            rows = upload.Rows,
            accepted = upload.Accepted,
            status = upload.Status.ToString(),
            stamp,
            added = upload.Changes.Added,
            changed = upload.Changes.Changed,
            removed = upload.Changes.Removed,
            unchanged = upload.Changes.Unchanged,
            problems = DraftJson.Write(Kept(upload).Problems),
            draft = DraftJson.Write(draft),
            publishedAt = upload.PublishedAt,
            reading = DraftJson.Write(Kept(upload).Reading),
            rotation = upload.Rotation,
        },
        transaction);

    public Task InsertRangesAsync(DbConnection connection, DbTransaction transaction, UploadId upload, IEnumerable<RoleRange> ranges) => connection.ExecuteAsync(
        _sql["InsertRange"],
        ranges.Select(r => new { upload, role = r.Role, start = r.Start, end = r.End }),
        transaction);

    private static object Outcome(RosterUpload upload, long stamp) => new
    {
        id = upload.Id,
        stamp,
        added = upload.Changes.Added,
        changed = upload.Changes.Changed,
        removed = upload.Changes.Removed,
        unchanged = upload.Changes.Unchanged,
        publishedAt = upload.PublishedAt,
        problems = DraftJson.Write(Kept(upload).Problems),
        reading = DraftJson.Write(Kept(upload).Reading),
    };

    // What stands in a file beside its shifts is nobody's business once it is in force: rows are kept with previews alone.
    private static RosterUpload Kept(RosterUpload upload) => upload.Status == UploadStatus.Preview ? upload : upload with
    {
        Problems = [.. upload.Problems.Select(p => p with { Cells = null })],
        Reading = upload.Reading with { Sample = null },
    };

    private async Task InsertNewAsync(DbConnection connection, DbTransaction transaction, RosterDraft draft)
    {
        foreach (var role in draft.Roles)
        {
            await roles.WriteAsync(connection, transaction, new Role(role.Id, role.Code, role.Name, [], null, null, null, Coverage.AllDay, [], null), isNew: true);
        }

        foreach (var person in draft.People)
        {
            await people.WriteAsync(connection, transaction, new Person(person.Id, person.EmployeeNo, person.Name, true, null, null, []), [], isNew: true);
        }
    }
}
