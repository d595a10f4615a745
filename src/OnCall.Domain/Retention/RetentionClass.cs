namespace OnCall.Domain.Retention;

/// <summary>What a rule of retention is for. The order is that of a purge: what belongs to a page goes no later than the page.</summary>
public enum RetentionClass
{
    /// <summary>The attempts to reach somebody for a closed page, with the addresses and the providers' receipts. The page and its trail stay.</summary>
    Deliveries,

    /// <summary>Closed routine pages with all that belongs to them: texts, trail, thread, responders, attempts.</summary>
    RoutinePages,

    /// <summary>The same of critical results.</summary>
    CriticalResultPages,

    /// <summary>The same of urgent pages.</summary>
    UrgentPages,

    /// <summary>The same of codes.</summary>
    CodePages,

    /// <summary>Shifts, covers and swaps that are over, and the uploads that nothing in force comes from any more.</summary>
    Rosters,

    /// <summary>Sessions of browsers that have ended, or have not been used for so long.</summary>
    SignIns,

    /// <summary>Notices, with what became of them.</summary>
    Notices,
}
