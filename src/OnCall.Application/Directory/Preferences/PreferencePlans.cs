using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Preferences;

/// <summary>Shows a person's preferences with the plans that come of them, most urgent first.</summary>
public sealed class PreferencePlans(ChannelSet channels)
{
    internal PreferencesView Show(Person person) => new(
        PreferenceView.Of(person.Preferences),
        [.. Enum.GetValues<Urgency>().OrderDescending().Select(u => new UrgencyPlan(u.ToName(), PlanOf(person, u)))]);

    private IReadOnlyList<PlanLine> PlanOf(Person person, Urgency urgency) =>
        [.. NotificationPlan.Ask(urgency, ChangeWriter.InboxOf(person.Id), person.ContactMethods, channels.Works, person.Preferences).Select(Line)];

    private static PlanLine Line(PlannedNotification planned) => new(
        planned.Method.Kind,
        planned.Method.Kind == ContactMethodKind.InApp ? ContactAddress.Inbox : planned.Method.Address,
        planned.Method.Verified,
        (int)planned.After.TotalSeconds);
}
