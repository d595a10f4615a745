namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>A unit with its own roles.</summary>
/// <param name="Code">Null for the roles of the whole house.</param>
/// <param name="Depth">How far it stands below the top of the tree; 0 for a top.</param>
public sealed record WhoIsOnUnit(string? Code, string? Name, int Depth, IReadOnlyList<WhoIsOnRole> Roles);
