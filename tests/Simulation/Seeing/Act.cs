using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>Something that a person did to a page.</summary>
/// <param name="By">Whose act it is: for somebody who called in, they, and not the dispatcher who entered it. Null for whoever holds a device.</param>
internal sealed record Act(ActKind Kind, PageId? Page, PersonId? By, Instant Began)
{
    /// <summary>The number or device from which it came; null for a screen.</summary>
    public string? From { get; init; }

    public PersonId? EnteredBy { get; init; }

    public Instant? Ended { get; set; }

    /// <summary><c>ok</c>, the type of the refusal, the words of a text message, or what broke; null when no answer came.</summary>
    public string? Answer { get; set; }
}
