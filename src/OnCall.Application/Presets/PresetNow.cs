namespace OnCall.Application.Presets;

/// <summary>A preset, and who would be called by it now.</summary>
/// <param name="Roles">In their order; uncovered ones say where their page goes.</param>
public sealed record PresetNow(PresetView Preset, IReadOnlyList<PresetRole> Roles);
