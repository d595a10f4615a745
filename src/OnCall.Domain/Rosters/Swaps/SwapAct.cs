namespace OnCall.Domain.Rosters.Swaps;

/// <summary>What is done to a swap.</summary>
public enum SwapAct
{
    Accept,
    Decline,
    Withdraw,
    Approve,
    Refuse,

    /// <summary>Its time is up: nobody does it.</summary>
    Expire,

    /// <summary>The roster has changed under it: nobody does it.</summary>
    Void,
}
