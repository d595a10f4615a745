using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Sealing;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Data.Paging;

/// <summary>A line of a trail, as a row.</summary>
internal sealed class EventRow
{
    public long Seq { get; set; }

    public PageId Page { get; set; }

    public Instant At { get; set; }

    public string Kind { get; set; } = "";

    public PersonId? Person { get; set; }

    public string? Who { get; set; }

    public string? Channel { get; set; }

    public string Detail { get; set; } = "";

    public PageEvent ToEvent(TextSeal seal) => new(
        Seq, Page, At, Enum.Parse<PageEventKind>(Kind), Person, Who, Channel is { } kind ? Enum.Parse<ContactMethodKind>(kind) : null,
        seal.Open(SealedColumn.PageEventDetail, Page.Value, Detail));
}
