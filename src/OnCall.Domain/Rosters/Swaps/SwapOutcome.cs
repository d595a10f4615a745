namespace OnCall.Domain.Rosters.Swaps;

/// <summary>What an act on a swap leads to.</summary>
public abstract record SwapOutcome
{
    private SwapOutcome()
    {
    }

    /// <summary>It moves on; where it comes in force its covers are written with it.</summary>
    public sealed record Moved(SwapState To) : SwapOutcome;

    /// <summary>This is not theirs to do.</summary>
    public sealed record NotTheirs : SwapOutcome;

    /// <summary>It has come further already.</summary>
    public sealed record Decided : SwapOutcome;

    /// <summary>The colleague must accept before a scheduler can say anything.</summary>
    public sealed record NotAcceptedYet : SwapOutcome;
}
