using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>A responder while it is read.</summary>
internal sealed class ResponderDraft
{
    public PersonId? Person { get; set; }

    public Post? Post { get; set; }

    public int? Step { get; set; }

    public Instant? Since { get; set; }

    public Standing? Standing { get; set; }

    public bool Reachable { get; set; }

    public bool Failed { get; set; }

    public Responder ToResponder() => new(
        Person ?? throw Missing.Of("person"), Post, Step ?? throw Missing.Of("step"), Since ?? throw Missing.Of("since"),
        Standing ?? throw Missing.Of("standing"), Reachable, Failed);
}
