using FluentValidation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Preferences;

/// <summary>A preference moves a method in time; it never silences one, and has no say where the class has none.</summary>
internal sealed class PreferenceValidator : AbstractValidator<PreferenceInput>
{
    private static readonly int Longest = (int)NotificationPreference.Longest.TotalSeconds;

    public PreferenceValidator()
    {
        RuleFor(p => p.Urgency)
            .Cascade(CascadeMode.Stop)
            .Must(u => UrgencyNames.TryParse(u, out _)).WithMessage("Give urgent or critical-result.")
            .Must(u => u is null || Read(u) != Urgency.Routine).WithMessage("A routine page rings nowhere: there is nothing to prefer.");
        RuleFor(p => p.Kind)
            .Cascade(CascadeMode.Stop)
            .Must(k => Written.TryRead<ContactMethodKind>(k, out _)).WithMessage($"Give one of: {Written.All<ContactMethodKind>()}.")
            .Must(k => k is null || !IsInbox(k)).WithMessage("The inbox has every page at once: give another kind.");
        RuleFor(p => p.AfterSeconds)
            .Cascade(CascadeMode.Stop)
            .Must(s => s is >= 0 && s <= Longest).WithMessage($"From 0 to {Longest} seconds. A method is not taken away: remove the contact method itself.")
            .Must((p, s) => s == 0 || !UrgencyNames.TryParse(p.Urgency, out var urgency) || urgency != Urgency.Code)
            .WithMessage("For a code every contact method rings at once: only 0 can be given.");
    }

    private static Urgency? Read(string urgency) => UrgencyNames.TryParse(urgency, out var read) ? read : null;

    private static bool IsInbox(string kind) => Written.TryRead<ContactMethodKind>(kind, out var read) && read == ContactMethodKind.InApp;
}
