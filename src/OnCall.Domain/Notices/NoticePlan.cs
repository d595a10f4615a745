using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Notices;

/// <summary>
/// By which contact methods a notice goes: verified ones that work and were not opted out of. A quiet one by all that do not ring, and by
/// pager where there are none of these or they fail; never by a call. A ringing one by those and by pager, and by a call where there is
/// nothing else or all else fails.
/// </summary>
public static class NoticePlan
{
    private static readonly ContactMethodKind[] Quietly = [ContactMethodKind.Push, ContactMethodKind.Sms, ContactMethodKind.Mail];
    private static readonly ContactMethodKind[] ByPager = [ContactMethodKind.Snpp, ContactMethodKind.Wctp, ContactMethodKind.Tap];

    /// <param name="works">Whether a kind's channel is configured.</param>
    public static IReadOnlyList<PlannedDelivery> Of(Person person, NoticeUrgency urgency, Func<ContactMethodKind, bool> works)
    {
        ArgumentNullException.ThrowIfNull(person);
        var working = WorkingMethods.Of(person, works);
        IReadOnlyList<PlannedDelivery> Plan(params IEnumerable<ContactMethodKind>[] places) =>
        [
            .. places
                .Select(kinds => kinds.Where(working.Contains).SelectMany(k => person.ContactMethods.Where(m => m.Kind == k && m.Counts)).ToArray())
                .Where(methods => methods.Length > 0)
                .SelectMany((methods, place) => methods.Select(m => new PlannedDelivery(m, place))),
        ];

        return !person.Active ? [] : urgency switch
        {
            NoticeUrgency.InApp => [],
            NoticeUrgency.Quiet => Plan(Quietly, ByPager),
            NoticeUrgency.Ringing => Plan(Quietly.Concat(ByPager), [ContactMethodKind.Voice]),
        };
    }
}
