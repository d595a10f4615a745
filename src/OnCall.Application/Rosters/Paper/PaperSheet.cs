using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>Who is on, for when the computers are down.</summary>
/// <param name="Name">Of its files, without an ending: <c>on-call-house</c>.</param>
/// <param name="Title">The house, or the unit's name.</param>
/// <param name="MadeAt">When it was made: it tells nothing of changes after that.</param>
/// <param name="Zone">The house's.</param>
/// <param name="To">How far it reaches; it begins when it was made.</param>
public sealed record PaperSheet(string Name, string Title, Instant MadeAt, DateTimeZone Zone, Instant To, IReadOnlyList<PaperRole> Roles)
{
    /// <summary>The code of its unit; null for that of the house.</summary>
    public string? Unit { get; init; }
}
