using NodaTime;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Preferences;

/// <summary>Turns checked preferences as written into those to keep.</summary>
internal static class PreferenceForm
{
    /// <summary>One that names a contact method which the person does not have is a problem.</summary>
    internal static (IReadOnlyList<NotificationPreference> Preferences, IReadOnlyList<InputProblem> Problems) Read(
        IReadOnlyList<PreferenceInput> written, IReadOnlyList<ContactMethod> methods)
    {
        var preferences = written.Select(Read).ToList();
        var problems = preferences
            .Select((p, at) => (Preference: p, At: at))
            .Where(p => !methods.Any(m => m.Kind == p.Preference.Kind && (p.Preference.Address is null || m.Address == p.Preference.Address)))
            .Select(p => new InputProblem($"preferences[{p.At}].{(p.Preference.Address is null ? "kind" : "address")}", "There is no such contact method among the person's own.", p.Preference.Address ?? Written.Of(p.Preference.Kind)));
        return (preferences, [.. problems]);
    }

    private static NotificationPreference Read(PreferenceInput written)
    {
        _ = UrgencyNames.TryParse(written.Urgency, out var urgency);
        _ = Written.TryRead<ContactMethodKind>(written.Kind, out var kind);
        var address = written.Address is { } given ? ContactAddress.Tidy(kind, given) : null;
        return new NotificationPreference(urgency, kind, address, Duration.FromSeconds(written.AfterSeconds ?? 0));
    }
}
