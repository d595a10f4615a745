namespace OnCall.Domain.Rosters.Swaps;

/// <summary>How far a swap has come. Stored by name. Only the first two are open; whatever comes after them stays.</summary>
public enum SwapState
{
    /// <summary>The colleague has not answered yet.</summary>
    Asked,

    /// <summary>The colleague has accepted, and a scheduler is to approve.</summary>
    Accepted,

    /// <summary>Its covers are written.</summary>
    InForce,

    /// <summary>The colleague said no.</summary>
    Declined,

    /// <summary>Whoever gives took it back.</summary>
    Withdrawn,

    /// <summary>A scheduler said no.</summary>
    Refused,

    /// <summary>The first of its shifts began before it was in force.</summary>
    Expired,

    /// <summary>One of its shifts is no longer there, or is no longer that person's.</summary>
    Void,
}
