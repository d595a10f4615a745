using NodaTime;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>How a pull stands.</summary>
public sealed record PullState
{
    public Instant NextAt { get; init; }

    public Instant? TriedAt { get; init; }

    public Instant? SuccessAt { get; init; }

    /// <summary>Published when what was held has been published by hand since.</summary>
    public RosterPullOutcome? Outcome { get; init; }

    public string? Message { get; init; }

    /// <summary>The last publication.</summary>
    public UploadId? Upload { get; init; }

    /// <summary>Null while all is well.</summary>
    public Instant? TroubleSince { get; init; }

    /// <summary>The newest file of the folder as it was seen last.</summary>
    public string? Seen { get; init; }

    /// <summary>Of the content that the last success took, as are the next two.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string? ContentHash { get; init; }

    /// <summary>When content was last read as a whole and taken.</summary>
    public Instant? ReadAt { get; init; }

    /// <summary>The preview that is held, or that was and has been published by hand.</summary>
    public UploadId? Held { get; init; }

    public string? HeldHash { get; init; }

    /// <summary>The fingerprint of the roster that the preview was compared with.</summary>
    public string? HeldBasis { get; init; }

    public bool IsTrouble => Outcome is RosterPullOutcome.Held or RosterPullOutcome.Unreadable or RosterPullOutcome.Unreachable;
}
