using FluentValidation;

namespace OnCall.Application.Directory;

/// <summary>One span of hours.</summary>
internal sealed class CoverageSpanValidator : AbstractValidator<CoverageSpan>
{
    public CoverageSpanValidator()
    {
        RuleFor(s => s.Days).Must(d => d is { Count: > 0 and <= 8 }).WithMessage("Name one to seven days, and hol for holidays.");
        RuleForEach(s => s.Days).Must(d => CoverageForm.IsHolidays(d) || CoverageForm.IsNoHolidays(d) || CoverageForm.TryDay(d, out _))
            .WithMessage("Give mon, tue, wed, thu, fri, sat, sun, hol or not-hol.");
        RuleFor(s => s.Days).Must(d => d is null || !d.Any(CoverageForm.IsNoHolidays) || (d.Any(x => CoverageForm.TryDay(x, out _)) && !d.Any(CoverageForm.IsHolidays)))
            .WithMessage("not-hol stands beside weekdays, and never beside hol.");
        RuleFor(s => s.From).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm.");
        RuleFor(s => s.To).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm; 24:00 is the day's end.");
    }
}
