namespace OnCall.Application.Rosters.Swaps;

/// <summary>What became of a swap that was to be written.</summary>
public enum SwapAsking
{
    Written,

    /// <summary>The roster has moved: look again.</summary>
    Overtaken,

    /// <summary>Another open swap is over the same time of the same person on the same role.</summary>
    AlreadyAsked,
}
