namespace OnCall.Application.Paging;

/// <summary>What the database said to a new page.</summary>
public enum AcceptResult
{
    /// <summary>It is written, with all that belongs to it.</summary>
    Accepted,

    /// <summary>The idempotency key was used meanwhile.</summary>
    KeyTaken,

    /// <summary>Another page has that reference: draw again.</summary>
    ReferenceTaken,

    /// <summary>The roster or the directory changed meanwhile: decide again.</summary>
    RosterMoved,

    /// <summary>The database took so long that what was decided stands no more: decide again.</summary>
    DecidedLate,

    /// <summary>It failed by an error that passes: decide again.</summary>
    Failed,

    /// <summary>Another transaction holds something that it needs, perhaps a page of the same key, or that one written together with it needs: decide again, and write it by itself.</summary>
    Blocked,

    /// <summary>It is written whole or not at all, and the database cannot be asked which.</summary>
    NotKnown,
}
