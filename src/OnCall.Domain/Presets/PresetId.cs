namespace OnCall.Domain.Presets;

/// <summary>Identifies a preset. People see its code instead.</summary>
public readonly record struct PresetId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
