using FluentValidation;
using OnCall.Application.Directory.Preferences;

namespace OnCall.Application.Directory;

internal sealed class PutPersonValidator : AbstractValidator<PutPersonRequest>
{
    public PutPersonValidator()
    {
        RuleFor(p => p.EmployeeNo).IsEmployeeNo();
        RuleFor(p => p.Name).IsName();
        RuleFor(p => p.Language).IsLanguage();
        RuleFor(p => p.Position).IsPosition();
        RuleFor(p => p.Rank).IsRank();
        this.AreContactMethods(p => p.ContactMethods);
        this.ArePreferences(p => p.Preferences);
        RuleForEach(p => p.Permissions).NotNull().WithMessage("Give a permission.").ChildRules(grant => grant
            .RuleFor(g => g.Permission)
            .Must(GrantForm.IsOfPeople)
            .WithMessage($"Give one of: {GrantForm.OfPeople}."));
        RuleFor(p => p.Permissions).Must(p => p is null || p.Count <= 100).WithMessage("At most 100.");
    }
}
