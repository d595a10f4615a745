using OnCall.Domain.Directory;

namespace OnCall.Domain.Roles;

/// <summary>What a role asks of whoever is put on it. It never keeps a page from somebody who is on shift all the same.</summary>
/// <param name="Positions">One of these; empty for any. Compared without case.</param>
/// <param name="LeastRank">This or higher; null for any.</param>
public sealed record RoleDemand(IReadOnlyList<string> Positions, int? LeastRank)
{
    /// <summary>Asks nothing.</summary>
    public static RoleDemand None { get; } = new([], null);

    /// <summary>Why this person does not meet it, as the rest of a sentence about the role; null when they do.</summary>
    public string? Unmet(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (Positions.Count > 0 && !Positions.Contains(person.Position, StringComparer.OrdinalIgnoreCase))
        {
            return $"wants one of: {string.Join(", ", Positions)}; {person.Name} is {person.Position ?? "of no known position"}";
        }

        return LeastRank is { } least && !(person.Rank >= least)
            ? $"wants rank {least} or higher; {person.Name} has {(person.Rank is { } rank ? $"rank {rank}" : "no known rank")}"
            : null;
    }

    public bool Equals(RoleDemand? other) => other is not null && LeastRank == other.LeastRank && Positions.SequenceEqual(other.Positions, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(LeastRank, Positions.Count);
}
