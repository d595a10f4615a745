using NodaTime;
using OnCall.Domain.Directory;

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

    /// <summary>Asked as the desk only, through no role and no step.</summary>
    public bool IsDeskOnly => Post is null && Step == DeskStep;

    /// <summary>Asked by name, on shift or not.</summary>
    public bool IsNamedBackup => Post is null && Step != DeskStep;

    /// <summary>A human of the steps saw the page, or may still see it: the fallback role is not needed.</summary>
    public bool WasReached => Step != DeskStep && Reachable && !Failed
        && Standing is (Standing.Notified or Standing.Acknowledged or Standing.Declined);
}
