namespace OnCall.Application.Rosters.Pulls;

/// <summary>What became of a fetch.</summary>
public enum FetchResult
{
    Fetched,

    /// <summary>The server says that it is what was taken last.</summary>
    NotModified,

    /// <summary>The newest file was not seen like this before, and may still be written.</summary>
    Settling,

    Failed,
}
