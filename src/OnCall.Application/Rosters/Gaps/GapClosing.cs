namespace OnCall.Application.Rosters.Gaps;

/// <summary>Why a warning stands no more. Stored by name.</summary>
public enum GapClosing
{
    /// <summary>Somebody is on.</summary>
    Filled,

    /// <summary>The gap has changed and was told anew.</summary>
    Replaced,

    /// <summary>Its time has passed.</summary>
    Over,
}
