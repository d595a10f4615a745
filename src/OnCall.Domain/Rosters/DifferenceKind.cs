namespace OnCall.Domain.Rosters;

/// <summary>What a publication does to a shift.</summary>
public enum DifferenceKind
{
    Added,

    /// <summary>It moves, or gets another person, tier or label.</summary>
    Changed,

    /// <summary>A part of it goes; what stands outside of the upload's time stays.</summary>
    Cut,

    Removed,
}
