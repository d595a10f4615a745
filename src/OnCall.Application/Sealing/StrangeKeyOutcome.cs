namespace OnCall.Application.Sealing;

/// <summary>What became of a row that is not as OnCall wrote it.</summary>
public enum StrangeKeyOutcome
{
    Done,

    /// <summary>No row has this id, or it is one of ours.</summary>
    NoSuchKey,

    /// <summary>It holds no secret, or one in the clear, or one that something else has wrapped. It can only be removed.</summary>
    NotWrappedByUs,
}
