namespace OnCall.Application.Paging;

/// <summary>The kinds of thing that a page does by itself.</summary>
public enum UpcomingKind
{
    /// <summary>The next step starts.</summary>
    NextStep,

    /// <summary>A dispatcher's take-over ends, and the desk rings.</summary>
    TakeOverEnds,

    /// <summary>The page comes onto the desk's board.</summary>
    DeskReached,

    /// <summary>The desk rings again.</summary>
    DeskRings,

    /// <summary>Those who have it are asked what came of it.</summary>
    OutcomeDue,

    /// <summary>They were asked and stay silent: it is open again and goes on.</summary>
    GoesOn,
}
