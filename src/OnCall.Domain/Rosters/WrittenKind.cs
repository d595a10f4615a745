namespace OnCall.Domain.Rosters;

/// <summary>What a written date or time turned out to be.</summary>
public enum WrittenKind
{
    /// <summary>It says nothing that can be taken for a date or time.</summary>
    Unreadable,

    /// <summary>Day and month may be either way round, or the year is cut short.</summary>
    Ambiguous,

    /// <summary>A date without a time.</summary>
    DateOnly,

    /// <summary>A date and a time.</summary>
    DateAndTime,
}
