namespace OnCall.Application;

/// <summary>The class of a refusal; each has one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>400: the request cannot be read as what it claims to be.</summary>
    Unreadable,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>409: right in itself, but not as things stand.</summary>
    Conflict,

    /// <summary>413.</summary>
    TooLarge,

    /// <summary>422: read, and not acceptable.</summary>
    Invalid,

    /// <summary>429: not so many in so short a time.</summary>
    TooMany,
}
