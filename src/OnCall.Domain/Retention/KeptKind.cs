namespace OnCall.Domain.Retention;

/// <summary>A thing that goes as a whole or not at all.</summary>
public enum KeptKind
{
    /// <summary>All attempts of one closed page.</summary>
    Deliveries,

    /// <summary>A closed page.</summary>
    Page,

    Shift,

    Cover,

    /// <summary>A closed swap whose covers are gone.</summary>
    Swap,

    /// <summary>An upload that no shift comes from.</summary>
    Upload,

    Session,

    Notice,
}
