namespace OnCall.Domain.Rosters;

/// <summary>One shift that a publication adds, changes or removes.</summary>
/// <param name="Was">The shift in force; null for one that is added.</param>
/// <param name="Becomes">What it becomes; null for one that is removed. Of a shift that is cut at an edge, its new part or parts are not told here.</param>
public sealed record ShiftDifference(DifferenceKind Kind, Shift? Was, NewShift? Becomes);
