using NodaTime;

namespace OnCall.Application.Paging.DryRuns;

/// <summary>What a page would do with nobody answering, as the hospital stands now.</summary>
/// <param name="At">When it would be sent: now, a UTC instant.</param>
/// <param name="Lines">In the order of time, at most 60, up to when it stands at the desk and no step is left.</param>
/// <param name="Unreachable">Whom it asks though they cannot be reached: it does not wait for them.</param>
/// <param name="Complete">False where it goes on after the last line.</param>
public sealed record DryRunView(RoleLine Role, string Urgency, Instant At, IReadOnlyList<DryRunLine> Lines, IReadOnlyList<PersonLine> Unreachable, bool Complete);
