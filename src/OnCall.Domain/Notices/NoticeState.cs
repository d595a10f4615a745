namespace OnCall.Domain.Notices;

/// <summary>How far a notice has come. Stored by name.</summary>
public enum NoticeState
{
    /// <summary>Something of it is still to be sent, and nobody has taken any of it yet.</summary>
    Open,

    /// <summary>A provider has taken it.</summary>
    Told,

    /// <summary>By no contact method could it be sent, or there is none. It stands in OnCall alone.</summary>
    Untold,

    /// <summary>Nothing is sent any more: what it tells is no longer so.</summary>
    Withdrawn,

    /// <summary>Meant to stand in OnCall alone.</summary>
    Shown,
}
