using NodaTime;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>One upload of a roster file, as it is kept.</summary>
/// <param name="CreatedBy">The uploader's name.</param>
/// <param name="ContentHash">SHA-256 of the file, in lower-case hex.</param>
/// <param name="TimeZone">The IANA zone that its times were read in.</param>
/// <param name="Rows">Rows of the file that hold anything.</param>
/// <param name="Accepted">Rows that became shifts.</param>
public sealed record RosterUpload(
    UploadId Id,
    Instant CreatedAt,
    string CreatedBy,
    string FileName,
    string ContentHash,
    string TimeZone,
    string Format,
    string Encoding,
    int Rows,
    int Accepted,
    UploadStatus Status,
    PublicationChanges Changes,
    IReadOnlyList<RosterProblem> Problems,
    Instant? PublishedAt)
{
    public UploadReading Reading { get; init; } = UploadReading.Nothing;

    /// <summary>The rotation whose shifts these are; null for a file. Told when it is written, and not read back.</summary>
    public RotationId? Rotation { get; init; }
}
