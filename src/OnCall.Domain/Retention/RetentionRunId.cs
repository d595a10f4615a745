namespace OnCall.Domain.Retention;

/// <summary>Identifies a run of the purge.</summary>
public readonly record struct RetentionRunId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
