namespace OnCall.Domain.Rosters.Pulls;

/// <summary>Identifies a place that rosters are fetched from.</summary>
public readonly record struct RosterPullId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}
