using FluentValidation;

namespace OnCall.Application.Directory;

internal sealed class CoverageValidator : AbstractValidator<CoverageBody>
{
    internal const int MostSpans = 50;

    public CoverageValidator()
    {
        RuleFor(c => c.People).InclusiveBetween(1, 100).WithMessage("From 1 to 100; leave it out where any number is normal.");
        RuleFor(c => c.Hours!.Word)
            .Must(w => w is null or CoverageTimes.Always or CoverageTimes.Never)
            .When(c => c.Hours is not null)
            .OverridePropertyName("Hours")
            .WithMessage("Write \"24x7\", \"none\" or a list of {days, from, to}.");
        RuleFor(c => c.Hours!.Spans)
            .Must(s => s is null || s.Count <= MostSpans)
            .When(c => c.Hours is not null)
            .OverridePropertyName("Hours")
            .WithMessage($"At most {MostSpans} spans.");
        RuleFor(c => c.Hours!.Spans)
            .Must(s => s is not { Count: 0 })
            .When(c => c.Hours is not null)
            .OverridePropertyName("Hours")
            .WithMessage("Name one span at least; write \"none\" where gaps are no matter.");
        RuleForEach(c => c.Hours!.Spans)
            .NotNull().WithMessage("Give {days, from, to}.")
            .SetValidator(new CoverageSpanValidator())
            .When(c => c.Hours is not null)
            .OverridePropertyName("Hours");
    }
}
