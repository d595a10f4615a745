namespace OnCall.Domain.Rosters;

/// <summary>Identifies a calendar feed without revealing its address.</summary>
public readonly record struct FeedId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
