namespace OnCall.Domain.Escalation;

/// <summary>The kinds of target a step may name. Stored by name.</summary>
public enum TargetKind
{
    /// <summary>Tier 1 of a role.</summary>
    Role,

    /// <summary>A tier of the page's own role.</summary>
    Tier,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>The dispatcher desk.</summary>
    Desk,

    /// <summary>The role's fallback role, only when nobody else of the step, or of the page so far, can be reached. Not written by people.</summary>
    Fallback,
}
