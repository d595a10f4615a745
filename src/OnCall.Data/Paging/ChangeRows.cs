using OnCall.Application.Paging;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Paging;

/// <summary>What decisions write, made ready before the turn to write: where one writes at a time, nobody waits while rows are put into words.</summary>
/// <param name="All">The decisions.</param>
/// <param name="Notifications">Null where they ask nobody.</param>
/// <param name="Events">Null where they leave no trace.</param>
internal sealed record ChangeRows(IReadOnlyList<PageChange> All, string States, string Responders, string? Notifications, string? Events)
{
    public static ChangeRows Of(IReadOnlyList<PageChange> changes, DatabaseProvider provider)
    {
        var notifications = changes.SelectMany(c => OncePerAddress(c).Select(n => (c, n))).ToList();
        var events = changes.SelectMany(c => c.Events).ToList();
        return new ChangeRows(
            changes,
            ChangeJson.States(changes, provider),
            ChangeJson.Responders(changes, provider),
            notifications.Count > 0 ? ChangeJson.Notifications(notifications, provider) : null,
            events.Count > 0 ? ChangeJson.Events(events, provider) : null);
    }

    // The statement looks only at rows that were there before: what one decision asks twice is folded here.
    private static IEnumerable<NewNotification> OncePerAddress(PageChange change)
    {
        var asked = change.Notifications.Where(n => n.Purpose == NotificationPurpose.Page).Select(Address).ToHashSet();
        return change.Notifications.Where(n => n.Purpose != NotificationPurpose.Repeat || asked.Add(Address(n)));
    }

    private static (object? Person, ContactMethodKind Kind, string Address) Address(NewNotification notification) =>
        (notification.Person, notification.Method.Kind, notification.Method.Address);
}
