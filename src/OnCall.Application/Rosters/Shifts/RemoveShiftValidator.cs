using FluentValidation;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>What says which shift is meant.</summary>
public sealed class RemoveShiftValidator : AbstractValidator<RemoveShiftRequest>
{
    public RemoveShiftValidator()
    {
        RuleFor(s => s.Role).NotEmpty().OverridePropertyName("role").WithMessage("Name the role by its code, name or alias.");
        RuleFor(s => s.Person).NotEmpty().OverridePropertyName("person").WithMessage("Give the employee number of whoever is on it.");
        RuleFor(s => s.From).Must(RosterTimes.IsTime).OverridePropertyName("from").WithMessage(RosterTimes.Advice);
    }
}
