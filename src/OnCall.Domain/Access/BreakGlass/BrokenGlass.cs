using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Access.BreakGlass;

/// <summary>Somebody let themselves read a page that they have no part in. It gives them nothing else.</summary>
/// <param name="Note">In their own words, up to <see cref="LongestNote"/> characters; may hold a patient's data, so that it is kept as what the page says is.</param>
public sealed record BrokenGlass(BrokenGlassId Id, PageId Page, PersonId Person, BreakGlassReason Reason, string Note, Instant At)
{
    public const int ShortestNote = 10;

    public const int LongestNote = 500;

    /// <summary>How long they may read.</summary>
    public static readonly Duration Lasts = Duration.FromHours(1);

    /// <summary>From then on they may not.</summary>
    public Instant Until => At + Lasts;
}
