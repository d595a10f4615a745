namespace OnCall.Domain.Access;

/// <summary>What a caller may do. Each grant may be limited to a part of the org tree.</summary>
public enum Permission
{
    /// <summary>Resolve and page any role, answer pages, see one's own shifts.</summary>
    Staff,

    /// <summary>The board: all open pages, take over, re-route, acknowledge for someone who called in.</summary>
    Dispatcher,

    /// <summary>Rosters and covers.</summary>
    Scheduler,

    /// <summary>The directory, policies, keys; and all that a dispatcher may.</summary>
    Admin,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>For systems alone: takes pages in the name of those whom they ask, as a telephone system does that hears a key pressed.</summary>
    Integration,
}
