namespace OnCall.Application.Rosters.Shifts;

/// <summary>One shift, put on a roster by hand.</summary>
/// <param name="Role">Any of its names.</param>
/// <param name="Person">The employee number of whoever works it.</param>
/// <param name="From">A date and time, with an offset or in the role's zone; a date alone is its start there.</param>
/// <param name="To">As <paramref name="From"/>, exclusive.</param>
/// <param name="Tier">1 primary, 2 backup, 3 consultant; null for 1.</param>
/// <param name="Label">The roster's own word for it ("Night"), or null.</param>
public sealed record AddShiftRequest(string? Role, string? Person, string? From, string? To, int? Tier = null, string? Label = null);
