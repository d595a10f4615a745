namespace OnCall.Domain.Alarms;

/// <summary>Identifies an alarm.</summary>
public readonly record struct AlarmId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
