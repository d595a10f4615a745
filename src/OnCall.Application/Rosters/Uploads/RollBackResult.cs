namespace OnCall.Application.Rosters.Uploads;

/// <summary>What became of a rollback.</summary>
public enum RollBackResult
{
    /// <summary>The roster is as it was before the publication.</summary>
    Done,

    /// <summary>The upload is not in force: a preview, or rolled back before.</summary>
    NotPublished,

    /// <summary>A later publication has touched the same role and time.</summary>
    Overlaid,
}
