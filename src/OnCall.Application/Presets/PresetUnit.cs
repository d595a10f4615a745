namespace OnCall.Application.Presets;

/// <summary>The presets of a unit, by name.</summary>
/// <param name="Code">Null for the whole hospital.</param>
public sealed record PresetUnit(string? Code, string? Name, IReadOnlyList<PresetNow> Presets);
