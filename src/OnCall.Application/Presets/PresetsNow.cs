using NodaTime;

namespace OnCall.Application.Presets;

/// <summary>The presets that can be set off.</summary>
/// <param name="Units">Those of the whole hospital first, then by unit from the top down; units without any are left out.</param>
public sealed record PresetsNow(Instant At, IReadOnlyList<PresetUnit> Units);
