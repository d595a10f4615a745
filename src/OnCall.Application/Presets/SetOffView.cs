using OnCall.Application.Directory;

namespace OnCall.Application.Presets;

/// <summary>What became of a preset that was set off.</summary>
/// <param name="Complete">Every role has its page. Where it is false, look at <paramref name="Roles"/>: somebody was not called.</param>
/// <param name="Roles">Each of its roles, in their order.</param>
public sealed record SetOffView(PresetName Preset, bool Complete, IReadOnlyList<SetOffLine> Roles);
