using System.Text.Json;
using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What the audit trail keeps of uploads.</summary>
internal static class RosterAudit
{
    public static AuditEntry Upload(Caller caller, Instant now, RosterUpload upload) => new(
        now,
        caller.Key,
        upload.Status == UploadStatus.Published ? "roster.publish" : "roster.upload",
        Subject(upload),
        JsonSerializer.Serialize(new
        {
            file = upload.FileName,
            sha256 = upload.ContentHash,
            status = upload.Status.ToString(),
            rows = upload.Rows,
            added = upload.Changes.Added,
            changed = upload.Changes.Changed,
            removed = upload.Changes.Removed,
        }));

    public static AuditEntry RollBack(Caller caller, Instant now, RosterUpload upload) =>
        new(now, caller.Key, "roster.roll-back", Subject(upload), "{}");

    private static string Subject(RosterUpload upload) => $"roster-upload:{upload.Id}";
}
