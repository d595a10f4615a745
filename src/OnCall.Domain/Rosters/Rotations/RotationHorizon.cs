using NodaTime;

namespace OnCall.Domain.Rosters.Rotations;

/// <summary>How far ahead a rotation's shifts are made.</summary>
public static class RotationHorizon
{
    private static readonly Duration Usual = Duration.FromDays(7);

    /// <summary>To the first hand-off that is the whole horizon away, so that no turn is made in parts; at most to the rotation's end.</summary>
    public static Instant Of(Rotation rotation, RosterClock clock, Instant now)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        return RotationTurns.HandOffFrom(rotation, clock, now + Duration.FromDays(rotation.HorizonDays));
    }

    /// <summary>When less than this is made, more is to be: a week less than the horizon, but never less than half of it.</summary>
    public static Duration Least(Rotation rotation)
    {
        ArgumentNullException.ThrowIfNull(rotation);
        var whole = Duration.FromDays(rotation.HorizonDays);
        return Duration.Max(whole - Usual, whole / 2);
    }

    /// <param name="madeTo">To where its shifts are made.</param>
    /// <param name="end">Of the rotation, or null.</param>
    public static bool IsDue(Rotation rotation, Instant madeTo, Instant? end, Instant now) =>
        madeTo < now + Least(rotation) && (end is not { } last || madeTo < last);
}
