using FluentValidation;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Rotations;

internal sealed class PutRotationValidator : AbstractValidator<PutRotationRequest>
{
    private const int MostPeople = 200;
    private const int MostExceptions = 500;
    private const int LongestLabel = 100;

    public PutRotationValidator()
    {
        RuleFor(r => r.Code).IsSlug();
        RuleFor(r => r.Role).NotEmpty().WithMessage("Name the role by its code, name or alias.");
        RuleFor(r => r.People).Must(p => p is { Count: > 0 and <= MostPeople }).WithMessage($"Give 1 to {MostPeople} employee numbers in the order of their turns.");
        RuleForEach(r => r.People).NotEmpty().WithMessage("Give an employee number.");
        RuleFor(r => r.Tier).InclusiveBetween(Tiers.First, Tiers.Last).WithMessage("1 is the primary, 2 the backup, 3 the consultant.");
        RuleFor(r => r.Every).Must(e => RotationText.TryUnit(e, out _)).WithMessage("Write \"day\" or \"week\".");
        RuleFor(r => r.Turns).InclusiveBetween(1, 53).WithMessage("A turn lasts 1 to 53 days or weeks.");
        RuleFor(r => r.HandOff).Must(t => RotationText.TryTime(t, out _)).WithMessage("Write a time as HH:mm.");
        RuleFor(r => r.HorizonDays).InclusiveBetween(7, 400).WithMessage("From 7 to 400 days.");
        RuleFor(r => r.Label).MaximumLength(LongestLabel).WithMessage($"At most {LongestLabel} characters.")
            .Must(l => l is null || !l.Any(char.IsControl)).WithMessage("A label holds no line breaks or control characters.");
        RuleFor(r => r.On).Must(d => d is null || CoverageForm.TryDay(d, out _)).WithMessage("Give mon, tue, wed, thu, fri, sat or sun.");
        RuleFor(r => r.On).Null().When(r => RotationText.IsDaily(r.Every)).WithMessage("Only a weekly rotation has a weekday: leave it out.");
        Dates();
        Hours();
        Exceptions();
    }

    private void Dates()
    {
        RuleFor(r => r.From).Must(RotationText.IsDate).WithMessage(RotationText.DateAdvice);
        RuleFor(r => r.From).Must((r, from) => Falls(from, r.On))
            .When(r => !RotationText.IsDaily(r.Every) && RotationText.IsDate(r.From))
            .WithMessage(r => $"{r.From} is a {RotationText.Date(r.From!).DayOfWeek}, and the hand-off is on '{r.On}': give the date of the first hand-off.");
        RuleFor(r => r.Until).Must(u => u is null || RotationText.IsDate(u)).WithMessage(RotationText.DateAdvice);
        RuleFor(r => r.Until).Must((r, until) => RotationText.Date(until!) > RotationText.Date(r.From!))
            .When(r => RotationText.IsDate(r.Until) && RotationText.IsDate(r.From))
            .WithMessage("It must be after 'from'.");
    }

    private void Hours()
    {
        RuleFor(r => r.Hours).Must(h => h is null || h.Word is null or CoverageTimes.Always).WithMessage("Write \"24x7\" or a list of {days, from, to}.");
        RuleFor(r => r.Hours).Must(h => h?.Spans is not { Count: 0 }).WithMessage("Name one span at least; leave it out for whole turns.");
        RuleFor(r => r.Hours).Must(h => h?.Spans is not { Count: > CoverageValidator.MostSpans }).WithMessage($"At most {CoverageValidator.MostSpans} spans.");
        RuleForEach(r => r.Hours!.Spans).NotNull().WithMessage("Give {days, from, to}.").SetValidator(new CoverageSpanValidator())
            .When(r => r.Hours is not null).OverridePropertyName("Hours");
    }

    private void Exceptions()
    {
        RuleFor(r => r.Exceptions).Must(e => e is null || e.Count <= MostExceptions).WithMessage($"At most {MostExceptions}.");
        RuleFor(r => r.Exceptions).Must(e => e is null || e.DistinctBy(x => x?.Date, StringComparer.Ordinal).Count() == e.Count)
            .WithMessage("Two exceptions have the same date: keep one of them.");
        RuleForEach(r => r.Exceptions).NotNull().WithMessage("Give {date, person}.").ChildRules(exception =>
        {
            exception.RuleFor(e => e.Date).Must(RotationText.IsDate).WithMessage(RotationText.DateAdvice);
            exception.RuleFor(e => e.Person).NotEqual("").WithMessage("Give an employee number, or null for nobody.");
        });
    }

    private static bool Falls(string? from, string? on) =>
        on is null || !CoverageForm.TryDay(on, out var day) || RotationText.Date(from!).DayOfWeek == day;
}
