using FluentValidation;
using OnCall.Domain.Escalation;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Directory;

internal sealed class PutPolicyValidator : AbstractValidator<PutPolicyRequest>
{
    private const int Most = 20;
    private const int LongestWait = 86_400;

    public PutPolicyValidator()
    {
        RuleFor(p => p.Code).IsSlug();
        RuleFor(p => p.Name).IsName();
        RuleFor(p => p.Steps).Must(s => s is { Count: > 0 and <= Most }).WithMessage($"Give 1 to {Most} steps.");
        RuleFor(p => p.OutcomeWithinSeconds)
            .Must(s => s is null or (>= 60 and <= LongestWait)).WithMessage($"From 60 to {LongestWait} seconds; leave it out and nobody asks.");
        RuleForEach(p => p.Steps).NotNull().WithMessage("Give a step.").ChildRules(Step);
    }

    private static void Step(InlineValidator<StepBody> step)
    {
        step.RuleFor(s => s.WaitSeconds).Must(w => w is >= 5 and <= LongestWait).WithMessage($"From 5 to {LongestWait} seconds.");
        step.RuleFor(s => s.Acknowledgements).Must(a => a is null or (>= 1 and <= 50)).WithMessage("From 1 to 50.");
        step.RuleFor(s => s.Repeat).Must(r => r is null or (>= 0 and <= Most)).WithMessage($"From 0 to {Most}.");
        step.RuleFor(s => s.Targets).Must(t => t is { Count: > 0 and <= Most }).WithMessage($"Give 1 to {Most} targets.");
        step.RuleForEach(s => s.Targets).NotNull().WithMessage("Give a target.").ChildRules(Target);
    }

    private static void Target(InlineValidator<StepTargetBody> target)
    {
        target.RuleFor(t => t.Type).Must(t => StepForm.TryKind(t, out _)).WithMessage("Give role, tier, person or desk.");
        target.RuleFor(t => t.Tier)
            .Must(t => t is >= Tiers.First and <= Tiers.Last).When(t => Is(t, TargetKind.Tier)).WithMessage("Give tier 1, 2 or 3.");
        target.RuleFor(t => t.Tier)
            .Null().When(t => StepForm.TryKind(t.Type, out var kind) && kind != TargetKind.Tier).WithMessage("Only a target of type tier has a tier.");
        target.RuleFor(t => t.Ref)
            .NotEmpty().When(t => Is(t, TargetKind.Person)).WithMessage("Give the employee number of the person.");
        target.RuleFor(t => t.Ref)
            .Null().When(t => Is(t, TargetKind.Tier) || Is(t, TargetKind.Desk)).WithMessage("Only a target of type role or person has a ref.");
    }

    private static bool Is(StepTargetBody target, TargetKind kind) => StepForm.TryKind(target.Type, out var given) && given == kind;
}
