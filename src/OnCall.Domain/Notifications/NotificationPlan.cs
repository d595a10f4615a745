using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications;

/// <summary>
/// By which contact methods a person is asked, and how long after the first. Times count from the first channel that the person has:
/// someone with only a pager is paged at once.
/// </summary>
public static class NotificationPlan
{
    // Longer than a call to the whole house lasts; only the order comes of it.
    private static readonly Duration Behind = Duration.FromSeconds(30);

    /// <summary>
    /// The plan for one person. In-app is always part of it, at once. Methods on channels that are not configured are left out.
    /// Times count from the first method that counts, if there is one: an address that nobody has proven never delays one that works.
    /// </summary>
    /// <param name="methods">In the person's own order.</param>
    /// <param name="works">Whether a kind's channel is configured.</param>
    /// <param name="preferences">The person's own wishes, which may move a method and never take one away.</param>
    public static IReadOnlyList<PlannedNotification> Ask(
        Urgency urgency, ContactMethod inbox, IEnumerable<ContactMethod> methods, Func<ContactMethodKind, bool> works,
        IReadOnlyList<NotificationPreference>? preferences = null)
    {
        var planned = Planned(urgency, methods, works);
        var counted = planned.FindAll(p => p.Method.Counts);
        var first = (counted.Count > 0 ? counted : planned).Select(p => p.After).DefaultIfEmpty(Duration.Zero).Min();
        var counting = first == Duration.Zero ? planned : planned.ConvertAll(p => p with { After = Duration.Max(p.After - first, Duration.Zero) });
        return [new PlannedNotification(inbox, Duration.Zero), .. PreferredTimes.Of(urgency, counting, preferences ?? []).OrderBy(p => p.After)];
    }

    /// <summary>
    /// When many are asked at once by channels that cannot send to all of them at once, each person's first message goes before anybody's
    /// second: those due together take turns, beginning with another channel for each person. It delays nothing where there is no queue.
    /// </summary>
    /// <param name="place">Which of those asked together this person is, from 0.</param>
    public static IEnumerable<(PlannedNotification Planned, Duration Behind)> InTurn(IReadOnlyList<PlannedNotification> plan, int place)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var together in plan.GroupBy(p => p.Method.Kind == ContactMethodKind.InApp ? null : (Duration?)p.After))
        {
            var (count, turn) = (together.Count(), 0);
            foreach (var planned in together)
            {
                yield return (planned, together.Key is null ? Duration.Zero : Behind * ((turn++ + place) % count));
            }
        }
    }

    /// <summary>True when a kind may be used for that urgency at all.</summary>
    public static bool Suits(Urgency urgency, ContactMethodKind kind) => Delay(urgency, kind) is not null;

    private static List<PlannedNotification> Planned(Urgency urgency, IEnumerable<ContactMethod> methods, Func<ContactMethodKind, bool> works)
    {
        var planned = new List<PlannedNotification>();
        foreach (var method in methods)
        {
            if (method.Kind != ContactMethodKind.InApp && Delay(urgency, method.Kind) is { } after && works(method.Kind))
            {
                planned.Add(new PlannedNotification(method, after));
            }
        }

        return planned;
    }

    private static Duration? Delay(Urgency urgency, ContactMethodKind kind) => urgency switch
    {
        Urgency.Code => Duration.Zero,
        Urgency.Urgent => kind switch
        {
            ContactMethodKind.InApp or ContactMethodKind.Push => Duration.Zero,
            ContactMethodKind.Sms or ContactMethodKind.Mail => Duration.FromSeconds(30),
            ContactMethodKind.Voice or ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => Duration.FromSeconds(60),
        },
        Urgency.CriticalResult => kind switch
        {
            ContactMethodKind.InApp or ContactMethodKind.Push => Duration.Zero,
            ContactMethodKind.Sms or ContactMethodKind.Mail or ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => Duration.FromMinutes(2),
            ContactMethodKind.Voice => Duration.FromMinutes(5),
        },
        Urgency.Routine => kind switch
        {
            ContactMethodKind.InApp or ContactMethodKind.Push => Duration.Zero,
            ContactMethodKind.Sms or ContactMethodKind.Mail or ContactMethodKind.Voice or ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => null,
        },
    };
}
