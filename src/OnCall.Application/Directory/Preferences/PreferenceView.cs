using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Preferences;

/// <summary>A preference as answers show it.</summary>
public sealed record PreferenceView(string Urgency, ContactMethodKind Kind, string? Address, int AfterSeconds)
{
    internal static IReadOnlyList<PreferenceView> Of(IEnumerable<NotificationPreference> preferences) =>
        [.. preferences.Select(p => new PreferenceView(p.Urgency.ToName(), p.Kind, p.Address, (int)p.After.TotalSeconds))];
}
