using FluentValidation;

namespace OnCall.Application.Directory;

/// <summary>One span of hours.</summary>
internal sealed class CoverageSpanValidator : AbstractValidator<CoverageSpan>
{
    public CoverageSpanValidator()
    {
        RuleFor(s => s.Days).Must(d => d is { Count: > 0 and <= 8 }).WithMessage("Name one to seven days, and hol for holidays.");
        RuleForEach(s => s.Days).Must(d => CoverageForm.IsHolidays(d) || CoverageForm.TryDay(d, out _)).WithMessage("Give mon, tue, wed, thu, fri, sat, sun or hol.");
        RuleFor(s => s.From).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm.");
        RuleFor(s => s.To).Must(t => CoverageForm.TryTime(t, out _)).WithMessage("Write a time as HH:mm; 24:00 is the day's end.");
    }
}
