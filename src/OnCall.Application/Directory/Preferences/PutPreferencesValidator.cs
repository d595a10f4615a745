using FluentValidation;

namespace OnCall.Application.Directory.Preferences;

internal sealed class PutPreferencesValidator : AbstractValidator<PutPreferencesRequest>
{
    public PutPreferencesValidator()
    {
        RuleFor(r => r.Preferences).NotNull().WithMessage("Give a list; an empty one for none.");
        this.ArePreferences(r => r.Preferences);
    }
}
