using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Domain.Tests.Rosters.Proof;

namespace OnCall.Domain.Tests.Rosters.Rotations;

/// <summary>Writes rotations by chance whose hand-offs are near a change of the clocks, many within the hours that change.</summary>
internal static class WritingRotations
{
    public static Gen<WrittenRotation> Of(ZoneChange change) =>
        from people in Gen.Elements("A", "AB", "ABA", "ABCDE")
        from every in Gen.Elements(TurnUnit.Day, TurnUnit.Day, TurnUnit.Week)
        from turns in Gen.Choose(1, 3)
        from handOff in Times(change)
        from back in Gen.Choose(0, 3)
        from length in Gen.Elements<int?>(null, null, 1, 3, 5)
        from hours in Gen.Choose(0, 3).SelectMany(count => Hours(change).ListOf(count))
        from dates in Gen.SubListOf<int>([-3, -2, -1, 0, 1, 2])
        from standIns in Gen.Elements('A', 'B', 'F', ' ').ListOf(6)
        from holidays in Gen.SubListOf<int>([-1, 0, 1])
        from inactive in Gen.Elements("", "", "A", "BF")
        let date = change.Wall.Date
        let start = date.PlusDays(-back)
        select new WrittenRotation(
            people, every, turns, handOff, start, length is { } days ? start.PlusDays(days) : null, hours.Count == 0 ? null : [.. hours],
            [.. dates.Where(d => date.PlusDays(d) >= start).Select((d, i) => (date.PlusDays(d), standIns[i]))], [.. holidays.Select(date.PlusDays)], inactive);

    private static Gen<LocalTime> Times(ZoneChange change) => Gen.Frequency(
        (3, Gen.Choose(-120, 120).Select(minute => change.Wall.PlusMinutes(minute).TimeOfDay)),
        (2, Gen.Choose(0, 47).Select(half => LocalTime.Midnight.PlusMinutes(30 * half))));

    private static Gen<CoverageHours> Hours(ZoneChange change) =>
        from days in Gen.Elements<IsoDayOfWeek[]>([change.Wall.DayOfWeek], [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)])
        from start in Times(change)
        from end in Times(change)
        from isOnHolidays in Gen.Elements(true, false)
        from isNotOnHolidays in Gen.Elements(true, false)
        select new CoverageHours(days, start, end) { OnHolidays = isOnHolidays, NotOnHolidays = isNotOnHolidays && !isOnHolidays };
}
