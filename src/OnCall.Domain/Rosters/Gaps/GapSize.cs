namespace OnCall.Domain.Rosters.Gaps;

/// <summary>What is missing. Stored by name; a later member is worse.</summary>
public enum GapSize
{
    /// <summary>Somebody is on, and fewer than the role is meant to have.</summary>
    TooFew,

    /// <summary>Over a part of it nobody is on, over another too few.</summary>
    NobodyOrTooFew,

    /// <summary>Nobody is on.</summary>
    Nobody,
}
