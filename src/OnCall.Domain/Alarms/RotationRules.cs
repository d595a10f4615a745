using System.Globalization;
using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Whether rotations go on by themselves: an alarm for each that has lost its role or people, or whose next shifts are late by more
/// than a day of looking each hour. One that has come to its end is none.
/// </summary>
public static class RotationRules
{
    /// <summary>So many people are named in one sentence.</summary>
    public const int MostNames = 3;

    private static readonly Duration Late = Duration.FromDays(1);
    private static readonly Duration Soon = Duration.FromDays(7);

    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<RotationState> rotations, Instant now)
    {
        ArgumentNullException.ThrowIfNull(rotations);
        return
            from rotation in rotations
            where rotation.End is not { } end || end > now
            let told = Told(rotation, now)
            where told is not null
            let stops = (rotation.NobodyLeft || rotation.Role is null || IsLate(rotation, now)) && rotation.MadeTo - now <= Soon
            select new ObservedAlarm(AlarmKind.RotationStuck, rotation.Code, stops ? AlarmSeverity.Serious : AlarmSeverity.Warning, told);
    }

    private static string? Told(RotationState rotation, Instant now) =>
        rotation.Role is null ? $"The rotation {rotation.Code} has no role any more: it makes no more shifts."
        : rotation.NobodyLeft ? $"The rotation {rotation.Code} of {rotation.Role} makes no more shifts: nobody in it is active."
        : rotation.Gone.Count > 0 ? $"The rotation {rotation.Code} of {rotation.Role} makes gaps: {Names(rotation.Gone)} {(rotation.Gone.Count == 1 ? "is" : "are")} not active."
        : IsLate(rotation, now) ? $"The rotation {rotation.Code} of {rotation.Role} has not made its next shifts."
        : null;

    private static bool IsLate(RotationState rotation, Instant now) =>
        rotation.MadeTo < now + rotation.Least - Late && (rotation.End is not { } end || rotation.MadeTo < end);

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
}
