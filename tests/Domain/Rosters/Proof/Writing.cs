using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Writes rosters by chance around a change of the clocks: many times on half hours, many on odd minutes of the hours that change.</summary>
internal static class Writing
{
    private const int Reach = 30 * 60;

    private static readonly Gen<int> Minutes = Gen.Frequency(
        (4, Gen.Choose(-60, 60).Select(half => half * 30)),
        (3, Gen.Choose(-150, 150)),
        (1, Gen.Choose(-Reach, Reach)));

    private static readonly Gen<(int From, int To)> Spans =
        from one in Minutes
        from other in Minutes
        from hours in Gen.Choose(1, 14)
        from isWhole in Gen.Elements(true, true, false)
        select Span(one, isWhole ? one + (hours * 60) : other);

    private static readonly Gen<char> Persons = Gen.Elements(People.Letters.ToCharArray());
    private static readonly Gen<int> Tiers = Gen.Elements(1, 1, 2, 3);

    public static Gen<WrittenRelay> Relay(ZoneChange change) =>
        from count in Gen.Choose(2, 9)
        from times in Minutes.ListOf(count)
        select new WrittenRelay(times.Distinct().Order().Select(minute => At(change, minute)).ToList());

    public static Gen<WrittenRoster> Roster(ZoneChange change) =>
        from relay in Relay(change)
        from loose in Gen.Choose(0, 6).SelectMany(count => Shift(change).ListOf(count))
        from covers in Gen.Choose(0, 5).SelectMany(count => Cover(change).ListOf(count))
        from inactive in Gen.Elements("", "", "A", "E", "BC")
        select new WrittenRoster([.. relay.Roster.Shifts, .. loose], [.. covers], inactive);

    public static Gen<WrittenNeed> Need(ZoneChange change) =>
        from roster in Roster(change)
        from kind in Gen.Choose(0, 5)
        from hours in Hours(change).ListOf(Math.Max(1, kind - 3))
        from people in Gen.Elements<int?>(null, 1, 2)
        from holidays in Holidays(change)
        from span in Spans
        select new WrittenNeed(roster, new Coverage(kind == 0 ? null : kind == 1 ? [] : [.. hours], people), holidays, span.From, span.To);

    /// <summary>Uploads that share many of their rows with one another and with the roster before them.</summary>
    public static Gen<WrittenUploads> Uploads(ZoneChange change) =>
        from pool in Row(change).ListOf(12)
        from before in Gen.SubListOf<RoleShift>(pool)
        from count in Gen.Choose(1, 4)
        from uploads in Gen.SubListOf<RoleShift>(pool).Zip(Gen.Choose(1, 12), (rows, most) => Unclashing(rows.Take(most))).ListOf(count)
        select new WrittenUploads([.. before], [.. uploads]);

    private static Gen<WrittenShift> Shift(ZoneChange change) =>
        from person in Persons
        from tier in Tiers
        from span in Spans
        select new WrittenShift(person, tier, At(change, span.From), At(change, span.To));

    private static Gen<WrittenCover> Cover(ZoneChange change) =>
        from person in Persons
        from instead in Gen.Elements<char?>(null, null, 'A', 'B', 'C', 'D', 'E', 'F')
        from tier in Tiers
        from span in Spans
        select new WrittenCover(person, instead, tier, At(change, span.From), At(change, span.To));

    private static Gen<RoleShift> Row(ZoneChange change) =>
        from shift in Shift(change)
        from role in Gen.Elements(0, 0, 1)
        from isLabelled in Gen.Elements(true, false)
        select new RoleShift(role, isLabelled ? shift with { Person = char.ToLowerInvariant(shift.Person) } : shift);

    private static Gen<CoverageHours> Hours(ZoneChange change) =>
        from days in Gen.Elements<IsoDayOfWeek[]>(
            [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
            [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            [change.Wall.DayOfWeek],
            [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)])
        from start in Minutes
        from end in Minutes
        from isOnHolidays in Gen.Elements(true, false, false)
        from isNotOnHolidays in Gen.Elements(true, false)
        select new CoverageHours(days, At(change, start).TimeOfDay, At(change, end).TimeOfDay) { OnHolidays = isOnHolidays, NotOnHolidays = isNotOnHolidays && !isOnHolidays };

    private static Gen<IReadOnlyList<LocalDate>> Holidays(ZoneChange change) =>
        Gen.SubListOf<int>([-2, -1, 0, 1, 2]).Select(IReadOnlyList<LocalDate> (days) => [.. days.Select(change.Wall.Date.PlusDays)]);

    private static List<RoleShift> Unclashing(IEnumerable<RoleShift> rows)
    {
        var kept = new List<RoleShift>();
        foreach (var row in rows)
        {
            if (!kept.Exists(row.Clashes))
            {
                kept.Add(row);
            }
        }

        return kept;
    }

    private static (int From, int To) Span(int one, int other)
    {
        var (from, to) = (Math.Min(one, other), Math.Max(one, other));
        return (Math.Min(from, Reach - 30), Math.Min(Math.Max(to, from + 1), Reach));
    }

    private static LocalDateTime At(ZoneChange change, int minute) => change.Wall.PlusMinutes(minute);
}
