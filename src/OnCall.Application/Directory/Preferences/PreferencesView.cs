namespace OnCall.Application.Directory.Preferences;

/// <summary>What a person prefers, and what comes of it.</summary>
/// <param name="Plans">For every urgency, with what the rules keep whatever is preferred.</param>
public sealed record PreferencesView(IReadOnlyList<PreferenceView> Preferences, IReadOnlyList<UrgencyPlan> Plans);
