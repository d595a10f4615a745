using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Reports;

/// <summary>How well a role was covered, and how soon its pages were answered.</summary>
/// <param name="GapHours">Hours in which nobody was on though somebody should have been, to a tenth.</param>
/// <param name="Gaps">How many gaps.</param>
/// <param name="Pages">How many were sent to it.</param>
/// <param name="Unacknowledged">Of these, how many nobody acknowledged, those cancelled before left out.</param>
/// <param name="MedianSeconds">From sending to the first acknowledgement, of those that were not routine; null where there is none.</param>
/// <param name="NinetiethSeconds">Nine of ten were acknowledged within it.</param>
public sealed record RoleCoverage(RoleName Role, double GapHours, int Gaps, int Pages, int Unacknowledged, double? MedianSeconds, double? NinetiethSeconds);
