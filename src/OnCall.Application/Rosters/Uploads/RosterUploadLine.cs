using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>An upload in a list.</summary>
public sealed record RosterUploadLine(
    Guid Id,
    Instant CreatedAt,
    string CreatedBy,
    string FileName,
    string TimeZone,
    string Format,
    string Encoding,
    int Rows,
    int Accepted,
    PublicationChanges Changes,
    UploadStatus Status,
    Instant? PublishedAt)
{
    public static RosterUploadLine Of(RosterUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new(
            upload.Id.Value, upload.CreatedAt, upload.CreatedBy, upload.FileName, upload.TimeZone, upload.Format, upload.Encoding,
            upload.Rows, upload.Accepted, upload.Changes, upload.Status, upload.PublishedAt);
    }
}
