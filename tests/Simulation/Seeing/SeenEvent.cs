using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A line of a page's trail, with the true time at which it was committed.</summary>
/// <param name="At">True time.</param>
/// <param name="Written">The time that its writer believed.</param>
/// <param name="Commit">Counts the transactions of the run: lines of one transaction share it.</param>
internal sealed record SeenEvent(
    Instant At, long Commit, string Writer, long Seq, PageId Page, Instant Written, PageEventKind Kind, PersonId? Person, ContactMethodKind? Channel, string Detail);
