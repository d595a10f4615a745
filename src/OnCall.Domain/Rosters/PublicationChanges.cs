namespace OnCall.Domain.Rosters;

/// <summary>What a publication does, counted in shifts as people read them: a shift that moves, or gets another person, is changed.</summary>
public sealed record PublicationChanges(int Added, int Changed, int Removed)
{
    public static PublicationChanges None { get; } = new(0, 0, 0);
}
