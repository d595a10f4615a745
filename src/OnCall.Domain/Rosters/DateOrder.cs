namespace OnCall.Domain.Rosters;

/// <summary>Which way round a file writes dates of three numbers whose first is no four-digit year.</summary>
public enum DateOrder
{
    /// <summary>12/10/2026 is the 12th of October.</summary>
    DayFirst,

    /// <summary>12/10/2026 is the 10th of December.</summary>
    MonthFirst,

    /// <summary>26/10/12 is the 12th of October 2026.</summary>
    YearFirst,
}
