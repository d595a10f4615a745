using OnCall.Application.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>One shift that a preview would add, change, cut or remove.</summary>
/// <param name="Was">Null for one that is added.</param>
/// <param name="Becomes">Null for one that is removed or cut.</param>
public sealed record RosterDifferenceLine(DifferenceKind Kind, RoleName Role, WrittenShift? Was, WrittenShift? Becomes);
