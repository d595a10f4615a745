using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.Grid;

/// <summary>Whose shifts a row of a grid has.</summary>
/// <param name="Role">The role that the row names, or null.</param>
/// <param name="Tier">1, 2 or 3.</param>
internal sealed record GridPerson(WrittenPerson Person, string? Role, int Tier);
