using NodaTime;

namespace OnCall.Application.Rosters.Export;

/// <summary>One shift in force, as a roster file is to tell it.</summary>
/// <param name="Role">The role's name.</param>
/// <param name="Tier">1, 2 or 3.</param>
/// <param name="Label">The roster's own word for the shift, or null.</param>
public sealed record ExportedLine(string Role, PersonName Person, Instant Start, Instant End, int Tier, string? Label);
