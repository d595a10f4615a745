namespace OnCall.Domain.Rosters.Swaps;

/// <summary>Whether swaps of a unit's roles want a scheduler's approval. Stored by name.</summary>
public enum SwapApproval
{
    /// <summary>The two agree among themselves.</summary>
    None,

    /// <summary>A scheduler approves: what holds where nothing is said.</summary>
    Scheduler,
}
