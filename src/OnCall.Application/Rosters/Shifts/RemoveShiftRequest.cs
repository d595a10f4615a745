namespace OnCall.Application.Rosters.Shifts;

/// <summary>One shift, taken off a roster by hand.</summary>
/// <param name="Role">Any of its names.</param>
/// <param name="Person">The employee number of whoever is on it.</param>
/// <param name="From">When it begins, with an offset or in the role's zone.</param>
public sealed record RemoveShiftRequest(string? Role, string? Person, string? From);
