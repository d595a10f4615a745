using OnCall.Domain.Directory;

namespace OnCall.Domain.Rosters;

/// <summary>Why a person is on: the shift of the roster, or the cover that put them there.</summary>
/// <param name="Label">The shift's label, or null.</param>
/// <param name="Cover">The cover, or null when it is the roster itself.</param>
/// <param name="InsteadOf">Whom the cover replaced, or null.</param>
public sealed record ShiftReason(string? Label, Cover? Cover, PersonId? InsteadOf);
