using FluentValidation;

namespace OnCall.Application.Rosters.Swaps;

internal sealed class AskSwapValidator : AbstractValidator<AskSwapRequest>
{
    private const int LongestReason = 300;

    public AskSwapValidator()
    {
        RuleFor(s => s.Role).NotEmpty().OverridePropertyName("role").WithMessage("Name the role by its code, name or alias.");
        RuleFor(s => s.With).NotEmpty().OverridePropertyName("with").WithMessage("Give the employee number of the colleague who is asked.");
        RuleFor(s => s.Give).Must(g => RosterTimes.IsTime(g?.Start)).OverridePropertyName("give.start").WithMessage(RosterTimes.Advice);
        RuleFor(s => s.Give).Must(g => RosterTimes.IsTime(g!.End)).When(s => s.Give?.End is not null).OverridePropertyName("give.end").WithMessage(RosterTimes.Advice);
        RuleFor(s => s.Take).Must(t => RosterTimes.IsTime(t!.Start)).When(s => s.Take is not null).OverridePropertyName("take.start").WithMessage(RosterTimes.Advice);
        RuleFor(s => s.Reason).MaximumLength(LongestReason).OverridePropertyName("reason").WithMessage($"A reason has at most {LongestReason} characters.");
    }
}
