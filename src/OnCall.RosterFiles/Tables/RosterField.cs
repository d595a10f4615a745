namespace OnCall.RosterFiles.Tables;

/// <summary>What a column of a roster can hold.</summary>
internal enum RosterField
{
    Role,
    EmployeeNo,
    Name,

    /// <summary>Date and time in one.</summary>
    Start,
    StartDate,
    StartTime,

    /// <summary>Date and time in one.</summary>
    End,
    EndDate,
    EndTime,
    Tier,

    /// <summary>The roster's own word for the shift.</summary>
    Shift,
}
