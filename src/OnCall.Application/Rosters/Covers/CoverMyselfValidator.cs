using FluentValidation;

namespace OnCall.Application.Rosters.Covers;

internal sealed class CoverMyselfValidator : AbstractValidator<CoverMyselfRequest>
{
    private const int LongestReason = 400;

    public CoverMyselfValidator()
    {
        RuleFor(c => c.Role).NotEmpty().OverridePropertyName("role").WithMessage("Name the role by its code, name or alias.");
        RuleFor(c => c.From).Must(RosterTimes.IsTime).When(c => c.From is not null).OverridePropertyName("from").WithMessage(RosterTimes.Advice);
        RuleFor(c => c.To).Must(RosterTimes.IsTime).When(c => c.To is not null).OverridePropertyName("to").WithMessage(RosterTimes.Advice);
        RuleFor(c => c.Reason).MaximumLength(LongestReason).OverridePropertyName("reason").WithMessage($"A reason has at most {LongestReason} characters.");
    }
}
