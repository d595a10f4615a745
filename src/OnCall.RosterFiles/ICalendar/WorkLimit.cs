namespace OnCall.RosterFiles.ICalendar;

/// <summary>How many days and times the rules of one file may try, so that a rule that comes to nothing is answered within a second or two.</summary>
internal sealed class WorkLimit(long steps)
{
    private long _left = steps;

    public bool IsReached { get; private set; }

    /// <summary>False once there is nothing left.</summary>
    public bool Take(long steps)
    {
        IsReached |= steps > _left;
        _left -= IsReached ? 0 : steps;
        return !IsReached;
    }
}
