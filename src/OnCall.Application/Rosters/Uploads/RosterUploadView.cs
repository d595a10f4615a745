using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>An upload as its uploader sees it.</summary>
/// <param name="Reading">How the file was read beyond its format and encoding.</param>
public sealed record RosterUploadView(
    Guid Id,
    string Format,
    string Encoding,
    int Rows,
    int Accepted,
    IReadOnlyList<RosterProblem> Problems,
    PublicationChanges Changes,
    UploadStatus Status,
    UploadReading Reading)
{
    public static RosterUploadView Of(RosterUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        return new(upload.Id.Value, upload.Format, upload.Encoding, upload.Rows, upload.Accepted, upload.Problems, upload.Changes, upload.Status, upload.Reading);
    }
}
