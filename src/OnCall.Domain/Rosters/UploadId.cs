namespace OnCall.Domain.Rosters;

/// <summary>Identifies one upload of a roster file.</summary>
public readonly record struct UploadId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
