using NodaTime;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Data.Rosters;

internal sealed class UploadRow
{
    public UploadId Id { get; set; }

    public Instant CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public string FileName { get; set; } = "";

    public string ContentHash { get; set; } = "";

    public string TimeZone { get; set; } = "";

    public string Format { get; set; } = "";

    public string Encoding { get; set; } = "";

    public int Rows { get; set; }

    public int Accepted { get; set; }

    public string Status { get; set; } = "";

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Removed { get; set; }

    public int Unchanged { get; set; }

    public string Problems { get; set; } = "";

    public string Draft { get; set; } = "";

    public Instant? PublishedAt { get; set; }

    public string Reading { get; set; } = "";

    public RosterUpload ToUpload() => new(
        Id,
        CreatedAt,
        CreatedBy,
        FileName,
        ContentHash,
        TimeZone,
        Format,
        Encoding,
        Rows,
        Accepted,
        Enum.Parse<UploadStatus>(Status),
        new PublicationChanges(Added, Changed, Removed, Unchanged),
        DraftJson.ReadProblems(Problems),
        PublishedAt)
    {
        Reading = DraftJson.ReadReading(Reading),
    };
}
