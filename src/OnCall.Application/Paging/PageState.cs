namespace OnCall.Application.Paging;

/// <summary>The states that lists of pages are narrowed by.</summary>
public enum PageState
{
    /// <summary>Nobody has it; it may stand at the desk.</summary>
    Open,

    Acknowledged,

    Resolved,

    Cancelled,

    /// <summary>Resolved or cancelled.</summary>
    Closed,
}
