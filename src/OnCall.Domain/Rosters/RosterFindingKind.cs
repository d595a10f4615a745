namespace OnCall.Domain.Rosters;

/// <summary>What is wrong with a stretch of a roster.</summary>
public enum RosterFindingKind
{
    /// <summary>Nobody answers on any tier while the role must be covered.</summary>
    Uncovered,

    /// <summary>Somebody answers, but fewer people of tier 1 than the role is meant to have.</summary>
    TooFew,

    /// <summary>The role is meant to have one person on tier 1 and has several.</summary>
    TooMany,
}
