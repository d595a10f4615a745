namespace OnCall.RosterFiles.Tables;

/// <summary>What a column of a roster can hold.</summary>
internal enum RosterField
{
    Role,

    /// <summary>The department or ward that a role belongs to; the role itself where a file names no other.</summary>
    Department,
    EmployeeNo,
    Name,
    Mail,

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
