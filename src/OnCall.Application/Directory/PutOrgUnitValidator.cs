using FluentValidation;

namespace OnCall.Application.Directory;

internal sealed class PutOrgUnitValidator : AbstractValidator<PutOrgUnitRequest>
{
    public PutOrgUnitValidator()
    {
        RuleFor(u => u.Code).IsSlug();
        RuleFor(u => u.Name).IsName();
        RuleFor(u => u.TimeZone).IsTimeZone();
    }
}
