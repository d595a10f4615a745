using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications;

/// <summary>
/// What a person's own wishes change in their plan. They move a method in time and never take one away: a code rings by everything at once
/// and a routine page by nothing, whatever is preferred; for the others a verified method stays within a minute.
/// </summary>
public static class PreferredTimes
{
    /// <summary>The latest at which a verified method asks, where the person has one.</summary>
    public static readonly Duration Latest = Duration.FromSeconds(60);

    /// <summary>Whether a person has a say in how that urgency asks.</summary>
    public static bool MayBePreferred(Urgency urgency) => urgency switch
    {
        Urgency.Urgent or Urgency.CriticalResult => true,
        Urgency.Code or Urgency.Routine => false,
    };

    /// <summary>The plan as preferred; without the inbox, which is always at once.</summary>
    internal static IReadOnlyList<PlannedNotification> Of(
        Urgency urgency, IReadOnlyList<PlannedNotification> plan, IReadOnlyList<NotificationPreference> preferences)
    {
        if (preferences.Count == 0 || !MayBePreferred(urgency))
        {
            return plan;
        }

        var preferred = plan.Select(p => Find(urgency, p.Method, preferences) is { } wish ? p with { After = Bounded(wish.After) } : p).ToList();
        var first = preferred.Where(p => p.Method.Counts).MinBy(p => p.After);
        return first is null || first.After <= Latest ? preferred
            : [.. preferred.Select(p => ReferenceEquals(p, first) ? p with { After = Latest } : p)];
    }

    // What is said of one address counts before what is said of its kind.
    private static NotificationPreference? Find(Urgency urgency, ContactMethod method, IReadOnlyList<NotificationPreference> preferences) =>
        preferences.Where(p => p.Means(urgency, method)).MaxBy(p => p.Address is not null);

    private static Duration Bounded(Duration wish) => Duration.Max(Duration.Zero, Duration.Min(wish, NotificationPreference.Longest));
}
