using FluentValidation;

namespace OnCall.Application.Directory;

internal sealed class CoverageValidator : AbstractValidator<CoverageBody>
{
    private const int MostSpans = 50;

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
        RuleForEach(c => c.Hours!.Spans)
            .NotNull().WithMessage("Give {days, from, to}.")
            .SetValidator(new CoverageSpanValidator())
            .When(c => c.Hours is not null)
            .OverridePropertyName("Hours");
    }

    private sealed class CoverageSpanValidator : AbstractValidator<CoverageSpan>
    {
        public CoverageSpanValidator()
        {
            RuleFor(s => s.Days).Must(d => d is { Count: > 0 and <= 7 }).WithMessage("Name one to seven days.");
            RuleForEach(s => s.Days).Must(d => CoverageForm.TryDay(d, out _)).WithMessage("Give mon, tue, wed, thu, fri, sat or sun.");
            RuleFor(s => s.From).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm.");
            RuleFor(s => s.To).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm; 24:00 is the day's end.");
        }
    }
}
