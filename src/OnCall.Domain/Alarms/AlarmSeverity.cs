namespace OnCall.Domain.Alarms;

/// <summary>How an alarm is shown. Stored by name; a later member is worse.</summary>
public enum AlarmSeverity
{
    /// <summary>To be seen to within days.</summary>
    Warning,

    /// <summary>To be seen to today; pages still go through.</summary>
    Serious,

    /// <summary>Pages may not go through: the board rings.</summary>
    Critical,
}
