namespace OnCall.Application.Directory.Administration;

/// <summary>A unit in the tree, with what belongs to it itself.</summary>
/// <param name="Unit">Null for what belongs to no unit.</param>
/// <param name="Depth">How many stand above it.</param>
/// <param name="People">Active or not; null where the caller does not see them.</param>
/// <param name="MayChange">The caller administers it.</param>
public sealed record UnitLine(OrgUnitView? Unit, int Depth, int Roles, int? People, bool MayChange);
