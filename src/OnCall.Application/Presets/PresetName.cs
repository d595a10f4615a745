namespace OnCall.Application.Presets;

/// <summary>A preset as answers name it.</summary>
public sealed record PresetName(string Code, string Name);
