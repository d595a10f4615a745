using FluentValidation;

namespace OnCall.Application.Rosters.Covers;

/// <summary>What a cover must say.</summary>
public sealed class AddCoverValidator : AbstractValidator<AddCoverRequest>
{
    private const int LongestReason = 400;

    public AddCoverValidator()
    {
        RuleFor(c => c.Role).NotEmpty().OverridePropertyName("role").WithMessage("Name the role by its code, name or alias.");
        RuleFor(c => c.Person).NotEmpty().OverridePropertyName("person").WithMessage("Give the employee number of whoever stands in.");
        RuleFor(c => c.Reason).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Say why, for the record.")
            .MaximumLength(LongestReason).WithMessage($"A reason has at most {LongestReason} characters.")
            .OverridePropertyName("reason");
        RuleFor(c => c.From).Must(RosterTimes.IsTime).OverridePropertyName("from").WithMessage(RosterTimes.Advice);
        RuleFor(c => c.To).Must(RosterTimes.IsTime).OverridePropertyName("to").WithMessage(RosterTimes.Advice);
        RuleFor(c => c.Instead).Must((cover, instead) => !string.Equals(instead, cover.Person, StringComparison.OrdinalIgnoreCase))
            .When(c => !string.IsNullOrEmpty(c.Instead)).OverridePropertyName("instead").WithMessage("Nobody stands in for themselves.");
    }
}
