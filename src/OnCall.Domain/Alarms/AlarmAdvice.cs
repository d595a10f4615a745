namespace OnCall.Domain.Alarms;

/// <summary>What whoever sees an alarm can do about it.</summary>
public static class AlarmAdvice
{
    public static string Of(AlarmKind kind) => kind switch
    {
        AlarmKind.DatabaseUnreachable => "Page by telephone from the paper roster until it is back. Tell whoever runs the database.",
        AlarmKind.EngineStopped => "Page by telephone: nothing is sent and nothing escalates. Have OnCall restarted; what is due then runs at once.",
        AlarmKind.SyntheticPageLost => "Check by telephone that urgent pages arrive. Tell whoever runs OnCall.",
        AlarmKind.ProviderDown => "Pages go on by the other channels. Call people who have only this one. Check the provider's status and the channel's settings.",
        AlarmKind.Backlog => "Call for what cannot wait. Tell whoever runs OnCall.",
        AlarmKind.DiskFull => "Free or add disk space: when it is full, no page can be accepted.",
        AlarmKind.ClockDrift => "Set this machine's clock right (NTP). OnCall goes by the database's clock meanwhile.",
        AlarmKind.PeopleUnreachable => "Call them, and enter a contact method that works.",
        AlarmKind.RosterGap => "Call those who make this roster, or find somebody and enter a cover. Until then pages go to the fallback role or to the desk.",
        AlarmKind.GapUntold => "Call those who make this roster: OnCall could not. Give its schedulers contact methods that work.",
        AlarmKind.StaleRoster => "Publish the next roster. Until then pages go to the fallback role or to the desk.",
        AlarmKind.RotationStuck => "Put the rotation right: take out who has gone, or end it. Until then fill its gaps by an upload or covers.",
        AlarmKind.RosterPullFailed => "Look at GET /api/v1/roster-pulls. Correct the file where it comes from, or publish what is held there by hand.",
        AlarmKind.RosterPullStale => "Check where the file comes from and the way to it. Until then the last roster stands: upload by hand what has changed.",
        AlarmKind.KeyEnding => "Make the system a new key (POST /api/v1/keys) and put it in there; revoke the old one. Until then take its calls by telephone once it has ended.",
        AlarmKind.StalePaper => "Check that the folder of the paper roster can be written and has room. What it holds goes by its own time.",
        AlarmKind.WatchdogUnreachable => "Check the address and the way to it: the outside watchdog will report OnCall as down.",
        AlarmKind.AuditUnsealed => "Look into the log of that machine. Entries are written all the same, and sealed as soon as they can be.",
        AlarmKind.AuditAnchorFailed => "Check that the file of the anchors can be written: OnCall__Audit__AnchorFile.",
        AlarmKind.ReadsUnaudited => "Look into the log of that machine, which names the pages that were read meanwhile.",
        AlarmKind.StrangeKey => "Somebody can write to the database. Find out who; do not restart OnCall before this is settled: protection accept or protection remove, see docs/security.md.",
    };
}
