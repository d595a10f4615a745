namespace OnCall.Domain.Rosters.Gaps;

/// <summary>How long before a gap its schedulers are told. Stored by name; a later member is nearer.</summary>
public enum GapLead
{
    /// <summary>72 h ahead.</summary>
    ThreeDays,

    /// <summary>24 h ahead.</summary>
    Day,

    /// <summary>1 h ahead.</summary>
    Hour,

    /// <summary>It has begun. Told only where nobody was told an hour ahead.</summary>
    Running,
}
