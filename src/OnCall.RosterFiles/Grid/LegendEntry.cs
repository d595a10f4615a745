namespace OnCall.RosterFiles.Grid;

/// <summary>What a shift letter means.</summary>
/// <param name="Hours">Null for a day off.</param>
/// <param name="Role">The role that the letter stands for, or null.</param>
internal sealed record LegendEntry(string Letter, ShiftHours? Hours, string? Role);
