namespace OnCall.Domain.Audit;

/// <summary>What is wrong at a place of the audit trail.</summary>
public enum AuditFindingKind
{
    /// <summary>The entry, or when it was sealed, is not what was sealed.</summary>
    Altered,

    /// <summary>What another place sealed stands here.</summary>
    Reordered,

    /// <summary>The entry was sealed and is gone.</summary>
    EntryMissing,

    /// <summary>The entry is right, and its seal is not.</summary>
    SealAltered,

    /// <summary>A place of the chain is gone.</summary>
    PlaceMissing,

    /// <summary>A place stands twice.</summary>
    PlaceTwice,

    /// <summary>Nothing can be said of it, since the place before is gone.</summary>
    Uncheckable,

    /// <summary>The entry was never sealed: the sealer stands still, or its seal was taken away, or somebody else wrote it.</summary>
    Unsealed,

    /// <summary>An anchor that was kept outside says something else: from some place before it on, the chain was made anew, or its end is gone.</summary>
    AnchorNotMatched,
}
