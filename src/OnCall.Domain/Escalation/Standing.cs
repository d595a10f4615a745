namespace OnCall.Domain.Escalation;

/// <summary>Where a responder stands with a page.</summary>
public enum Standing
{
    /// <summary>Was asked and may acknowledge.</summary>
    Notified,

    /// <summary>Took it, alone or as one of several.</summary>
    Acknowledged,

    /// <summary>Passed it on.</summary>
    Declined,

    /// <summary>Their shift ended before anyone took it.</summary>
    ShiftEnded,

    /// <summary>The page went to another role.</summary>
    Rerouted,
}
