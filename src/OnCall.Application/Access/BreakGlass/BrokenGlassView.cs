using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Access.BreakGlass;

namespace OnCall.Application.Access.BreakGlass;

/// <summary>Somebody who let themselves read a page.</summary>
/// <param name="Until">UTC; from then on they may not.</param>
public sealed record BrokenGlassView(Guid Page, PersonLine By, BreakGlassReason Reason, string Note, Instant At, Instant Until)
{
    internal static BrokenGlassView Of(BrokenGlass broken, PersonLine by) => new(broken.Page.Value, by, broken.Reason, broken.Note, broken.At, broken.Until);
}
