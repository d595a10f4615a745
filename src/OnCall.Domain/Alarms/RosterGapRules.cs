using System.Globalization;
using NodaTime;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Gaps on the board: from an hour before they begin until somebody is on, and from 24 h before where nobody could be told. An alarm for each
/// role, and one for all that would fill the board.
/// </summary>
public static class RosterGapRules
{
    private static readonly Duration Soon = Duration.FromHours(1);
    private static readonly Duration Ahead = Duration.FromHours(24);

    /// <param name="gaps">Those that were told or tried, at most one for a role and beginning.</param>
    /// <param name="now">The installation's time.</param>
    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<GapOnBoard> gaps, Instant now)
    {
        var open = gaps.Where(g => !(g.Gap.End <= now)).OrderBy(g => g.Gap.Start).ThenBy(g => g.Code, StringComparer.Ordinal).ToList();
        return
        [
            .. Limited(AlarmKind.RosterGap, open.Where(g => g.Gap.Start - now <= Soon), Running),
            .. Limited(AlarmKind.GapUntold, open.Where(g => g.Untold && g.Gap.Start - now <= Ahead), Untold),
        ];
    }

    private static IEnumerable<ObservedAlarm> Limited(AlarmKind kind, IEnumerable<GapOnBoard> gaps, Func<GapOnBoard, string> words)
    {
        var all = gaps.DistinctBy(g => g.Code).ToList();
        var named = all.Take(UnreachableRules.MostRoles).Select(g => new ObservedAlarm(kind, g.Code, AlarmSeverity.Serious, words(g)));
        var others = all.Count - UnreachableRules.MostRoles;
        return others <= 0 ? named : named.Append(new ObservedAlarm(
            kind, UnreachableRules.Others, AlarmSeverity.Serious, string.Create(CultureInfo.InvariantCulture, $"The same for {others} other roles.")));
    }

    private static string Running(GapOnBoard gap) => Sentence(gap, gap.Told.Count == 0 ? "Nobody has been told yet." : $"Told: {Names(gap.Told)}.");

    private static string Untold(GapOnBoard gap) => Sentence(gap, "Nobody could be told.");

    private static string Sentence(GapOnBoard gap, string told)
    {
        var words = gap.Gap.Who;
        return $"{char.ToUpperInvariant(words[0])}{words[1..]} {gap.Gap.When}. {told}";
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= UnreachableRules.MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(UnreachableRules.MostNames))} and {names.Count - UnreachableRules.MostNames} more");
}
