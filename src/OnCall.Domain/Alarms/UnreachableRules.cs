using System.Globalization;

namespace OnCall.Domain.Alarms;

/// <summary>
/// Whether those on shift can be reached: an alarm for each role, so that each comes and goes by itself, and one for all that would fill
/// the board, as where a house has lost the settings of its only channel.
/// </summary>
public static class UnreachableRules
{
    /// <summary>The subject of the alarm for the roles that have none of their own. No code looks like that.</summary>
    public const string Others = "*";

    /// <summary>So many roles have an alarm each.</summary>
    public const int MostRoles = 20;

    /// <summary>So many people or roles are named in one sentence.</summary>
    public const int MostNames = 3;

    public static IEnumerable<ObservedAlarm> Observe(IEnumerable<UnreachableOnRole> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var worst = roles.OrderByDescending(r => r.NobodyElse).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        var others = worst.Skip(MostRoles).ToList();
        return [.. worst.Take(MostRoles).Select(One), .. others.Count > 0 ? [Together(others)] : Array.Empty<ObservedAlarm>()];
    }

    private static ObservedAlarm One(UnreachableOnRole role) => new(
        AlarmKind.PeopleUnreachable, role.Code, SeverityOf(role.NobodyElse),
        $"{(role.NobodyElse ? "Nobody" : "Not everybody")} on shift for {role.Name} can be reached: {Names(role.People)}.");

    private static ObservedAlarm Together(List<UnreachableOnRole> roles) => new(
        AlarmKind.PeopleUnreachable, Others, SeverityOf(roles.Exists(r => r.NobodyElse)),
        $"People on shift for other roles cannot be reached either: {Names(roles.ConvertAll(r => r.Name))}.");

    private static AlarmSeverity SeverityOf(bool nobodyElse) => nobodyElse ? AlarmSeverity.Serious : AlarmSeverity.Warning;

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames
        ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more");
}
