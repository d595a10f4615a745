using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>An acknowledgement while it is read.</summary>
internal sealed class AcknowledgementDraft
{
    public PersonId? Person { get; set; }

    public string? Name { get; set; }

    public Instant? At { get; set; }

    public string? Reply { get; set; }

    public string? ReadBack { get; set; }

    public Acknowledgement ToAcknowledgement() => new(Person, Name ?? "", At ?? throw Missing.Of("at"), Reply, ReadBack);
}
