namespace OnCall.Domain.Alarms;

/// <summary>What can be wrong with OnCall itself. Stored by name; the order is the board's.</summary>
public enum AlarmKind
{
    /// <summary>The database cannot be read or written. A node tells it from memory.</summary>
    DatabaseUnreachable,

    /// <summary>No process sweeps: nothing escalates and nothing is sent.</summary>
    EngineStopped,

    /// <summary>The page that OnCall sends itself each minute did not come through.</summary>
    SyntheticPageLost,

    /// <summary>A provider takes nothing any more.</summary>
    ProviderDown,

    /// <summary>Something has been due for too long.</summary>
    Backlog,

    /// <summary>The disk under the data directory is nearly full.</summary>
    DiskFull,

    /// <summary>A node's clock differs from the database's.</summary>
    ClockDrift,

    /// <summary>People on shift have no working contact method.</summary>
    PeopleUnreachable,

    /// <summary>Nobody, or too few, are on a role that must be covered, now or within the hour.</summary>
    RosterGap,

    /// <summary>A gap within 24 h could be told to nobody who can fill it.</summary>
    GapUntold,

    /// <summary>A role's roster has ended or is about to.</summary>
    StaleRoster,

    /// <summary>A rotation cannot make its next shifts, or makes gaps.</summary>
    RotationStuck,

    /// <summary>A roster that is fetched could not be taken: the roster in force stays.</summary>
    RosterPullFailed,

    /// <summary>A roster that is fetched has not come for too long.</summary>
    RosterPullStale,

    /// <summary>A key of an integration ends soon, or has ended.</summary>
    KeyEnding,

    /// <summary>The paper roster, for when the computers are down, is not renewed.</summary>
    StalePaper,

    /// <summary>The outside watchdog cannot be told that all is well.</summary>
    WatchdogUnreachable,

    /// <summary>Entries of the audit trail are not sealed.</summary>
    AuditUnsealed,

    /// <summary>The anchor of the audit trail, outside the database, cannot be written.</summary>
    AuditAnchorFailed,

    /// <summary>Pages are shown, and that cannot be written down.</summary>
    ReadsUnaudited,

    /// <summary>A key to seal words with lies in the database that OnCall did not write.</summary>
    StrangeKey,
}
