using FluentValidation;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>What a shift must say.</summary>
public sealed class AddShiftValidator : AbstractValidator<AddShiftRequest>
{
    private const int LongestLabel = 100;

    public AddShiftValidator()
    {
        RuleFor(s => s.Role).NotEmpty().OverridePropertyName("role").WithMessage("Name the role by its code, name or alias.");
        RuleFor(s => s.Person).NotEmpty().OverridePropertyName("person").WithMessage("Give the employee number of whoever works the shift.");
        RuleFor(s => s.From).Must(RosterTimes.IsTime).OverridePropertyName("from").WithMessage(RosterTimes.Advice);
        RuleFor(s => s.To).Must(RosterTimes.IsTime).OverridePropertyName("to").WithMessage(RosterTimes.Advice);
        RuleFor(s => s.Tier).InclusiveBetween(Tiers.First, Tiers.Last).OverridePropertyName("tier").WithMessage("A tier is 1, 2 or 3.");
        RuleFor(s => s.Label).MaximumLength(LongestLabel).OverridePropertyName("label").WithMessage($"A label has at most {LongestLabel} characters.");
    }
}
