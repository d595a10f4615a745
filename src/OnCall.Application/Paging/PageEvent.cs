using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>One line of a page's trail.</summary>
/// <param name="Seq">Rises with every event of the hospital; 0 before it is written.</param>
/// <param name="Who">The person's name when it happened.</param>
/// <param name="Detail">For people to read. Holds no address, and patient data only in a <see cref="PageEventKind.Message"/>.</param>
public sealed record PageEvent(
    long Seq,
    PageId Page,
    Instant At,
    PageEventKind Kind,
    PersonId? Person,
    string? Who,
    ContactMethodKind? Channel,
    string Detail);
