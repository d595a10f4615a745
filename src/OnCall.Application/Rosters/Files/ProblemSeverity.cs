namespace OnCall.Application.Rosters.Files;

/// <summary>Whether a problem stands in the way.</summary>
public enum ProblemSeverity
{
    /// <summary>Nothing of the file is published.</summary>
    Error,

    /// <summary>Worth a look; the file can be published.</summary>
    Warning,
}
