namespace OnCall.Application.Rosters.Uploads;

/// <summary>
/// The life of an upload: a preview is published or forgotten; what was published may be rolled back. One that says what the
/// roster already says is unchanged from the start.
/// </summary>
public enum UploadStatus
{
    Preview,
    Published,
    Unchanged,
    RolledBack,
}
