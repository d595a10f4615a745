using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>How the parts of a rotation are written.</summary>
internal static class RotationText
{
    public const string DateAdvice = "Write a date from 2000 to 2199: 2026-10-12.";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static bool TryUnit(string? text, out TurnUnit unit)
    {
        unit = text == "week" ? TurnUnit.Week : TurnUnit.Day;
        return text is "day" or "week";
    }

    public static bool IsDaily(string? text) => text == "day";

    public static bool TryTime(string? text, out LocalTime time) => Clock.Parse(text ?? "").TryGetValue(default, out time);

    public static string Time(LocalTime time) => Clock.Format(time);

    public static bool IsDate(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: >= 2000 and < 2200 };

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Day(IsoDayOfWeek day) => day.ToString()[..3].ToLower(CultureInfo.InvariantCulture);
}
