namespace OnCall.Domain.Notices;

/// <summary>Identifies one notice.</summary>
public readonly record struct NoticeId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
