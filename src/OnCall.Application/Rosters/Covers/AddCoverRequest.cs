namespace OnCall.Application.Rosters.Covers;

/// <summary>Who stands in for whom, when.</summary>
/// <param name="Role">Any of its names.</param>
/// <param name="Person">The employee number of whoever stands in.</param>
/// <param name="From">A date and time, with an offset or in the role's zone; a date alone is its start there.</param>
/// <param name="To">As <paramref name="From"/>, exclusive.</param>
/// <param name="Instead">The employee number of whoever is stood in for; null for the only person on tier 1.</param>
/// <param name="Reason">For the record; not shown to those who page.</param>
public sealed record AddCoverRequest(string? Role, string? Person, string? From, string? To, string? Instead, string? Reason);
