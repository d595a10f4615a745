using System.Linq.Expressions;
using FluentValidation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Directory.Preferences;

/// <summary>The rules of a list of preferences.</summary>
internal static class PreferenceRules
{
    private const int Most = 60;

    internal static void ArePreferences<T>(this AbstractValidator<T> validator, Expression<Func<T, IReadOnlyList<PreferenceInput>?>> preferences)
    {
        var each = Expression.Lambda<Func<T, IEnumerable<PreferenceInput>>>(preferences.Body, preferences.Parameters);
        validator.RuleForEach(each).NotNull().WithMessage("Give a preference.").SetValidator(new PreferenceValidator());
        validator.RuleFor(preferences).Custom((list, context) =>
        {
            if (list?.Count > Most)
            {
                context.AddFailure($"At most {Most}.");
            }

            if (FirstRepeated(list ?? []) is >= 0 and var repeated)
            {
                context.AddFailure($"{context.PropertyPath}[{repeated}]", "This urgency and contact method are in the list already.");
            }
        });
    }

    private static int FirstRepeated(IReadOnlyList<PreferenceInput> list)
    {
        var seen = new HashSet<(Urgency?, ContactMethodKind, string?)>();
        return list.Select((p, at) => (Preference: p, At: at))
            .Where(p => p.Preference is not null && Written.TryRead<ContactMethodKind>(p.Preference.Kind, out _) && !seen.Add(KeyOf(p.Preference)))
            .Select(p => p.At).FirstOrDefault(-1);
    }

    private static (Urgency? Urgency, ContactMethodKind Kind, string? Address) KeyOf(PreferenceInput preference)
    {
        _ = Written.TryRead<ContactMethodKind>(preference.Kind, out var kind);
        return (UrgencyNames.TryParse(preference.Urgency, out var urgency) ? urgency : null, kind, preference.Address is { } address ? ContactAddress.Tidy(kind, address) : null);
    }
}
