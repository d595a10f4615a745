namespace OnCall.Domain.Rosters.Rotations;

/// <summary>In what a turn is counted.</summary>
public enum TurnUnit
{
    Day,
    Week,
}
