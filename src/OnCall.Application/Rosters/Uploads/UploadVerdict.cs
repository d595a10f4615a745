namespace OnCall.Application.Rosters.Uploads;

/// <summary>What a guard says of a roster that it was shown.</summary>
public enum UploadVerdict
{
    /// <summary>Put it in force.</summary>
    Publish,

    /// <summary>Keep it as a preview, for somebody to publish by hand.</summary>
    Keep,

    /// <summary>Store nothing.</summary>
    Leave,
}
