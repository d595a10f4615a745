namespace OnCall.Application.Rosters.Pulls;

/// <summary>What became of the last look. Stored by name.</summary>
public enum RosterPullOutcome
{
    /// <summary>Its roster is in force.</summary>
    Published,

    /// <summary>It says nothing new.</summary>
    Unchanged,

    /// <summary>A file of a folder may still be written: it is looked at again in a minute.</summary>
    Waiting,

    /// <summary>Kept as a preview for somebody to publish by hand.</summary>
    Held,

    /// <summary>It could not be taken: unreadable, empty, with errors, or about roles outside its unit.</summary>
    Unreadable,

    /// <summary>It could not be fetched.</summary>
    Unreachable,
}
