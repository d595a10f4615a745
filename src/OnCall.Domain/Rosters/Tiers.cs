namespace OnCall.Domain.Rosters;

/// <summary>The tiers that somebody may be on: 1 is the primary, 2 the backup, 3 the consultant.</summary>
public static class Tiers
{
    public const int First = 1;

    public const int Last = 3;
}
