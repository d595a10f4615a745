using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Escalation;

/// <summary>Someone whom this page has notified.</summary>
/// <param name="Post">The role and tier through which they were reached; null for a named backup and for the desk.</param>
/// <param name="Step">The latest step that notified them; -1 for the desk.</param>
/// <param name="Reachable">They had a verified contact method on a working channel when they were notified.</param>
/// <param name="Failed">Every channel of theirs has reported a failure since.</param>
public sealed record Responder(PersonId Person, Post? Post, int Step, Instant Since, Standing Standing, bool Reachable, bool Failed)
{
    /// <summary>The step number of people notified at the desk.</summary>
    public const int DeskStep = -1;

    /// <summary>May still acknowledge.</summary>
    public bool MayAnswer => Standing is Standing.Notified or Standing.Acknowledged;

    /// <summary>Can be expected to answer: was reached, has not passed it on.</summary>
    public bool IsExpected => Standing == Standing.Notified && Reachable && !Failed;
}
