using FluentValidation;
using NodaTime.Text;

namespace OnCall.Application.Directory.Holidays;

internal sealed class PutHolidaysValidator : AbstractValidator<PutHolidaysRequest>
{
    private const int Most = 1000;

    public PutHolidaysValidator()
    {
        RuleFor(r => r.Holidays).NotNull().WithMessage("Give the list of holidays; [] for none.")
            .Must(h => h is null || h.Count <= Most).WithMessage($"At most {Most}.")
            .Must(h => h is null || h.DistinctBy(x => x?.Date, StringComparer.Ordinal).Count() == h.Count).WithMessage("Two holidays have the same date: keep one of them.");
        RuleForEach(r => r.Holidays).NotNull().WithMessage("Give {date, name}.").ChildRules(holiday =>
        {
            holiday.RuleFor(h => h.Date).Must(IsDate).WithMessage("Write a date from 2000 to 2199: 2026-12-25.");
            holiday.RuleFor(h => h.Name).IsName();
        });
    }

    private static bool IsDate(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: >= 2000 and < 2200 };
}
