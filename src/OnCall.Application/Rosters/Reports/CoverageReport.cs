using NodaTime;

namespace OnCall.Application.Rosters.Reports;

/// <summary>Coverage and fairness over some days.</summary>
/// <param name="Roles">By name.</param>
/// <param name="People">Those with the most hours first.</param>
public sealed record CoverageReport(Instant From, Instant To, IReadOnlyList<RoleCoverage> Roles, IReadOnlyList<PersonShare> People);
