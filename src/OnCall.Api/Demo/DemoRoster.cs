using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OnCall.Domain.Roles;

namespace OnCall.Api.Demo;

/// <summary>A fortnight of shifts, written as the CSV that a hospital would upload.</summary>
internal static class DemoRoster
{
    private const int Days = 14;
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    /// <param name="today">In the hospital's zone. The pattern hangs on the calendar, so that another start on another day goes on with it.</param>
    internal static byte[] Csv(LocalDate today)
    {
        var csv = new StringBuilder("Role,Employee no,Start date,Start time,End date,End time,Tier,Shift\n");
        for (var i = -1; i < Days; i++)
        {
            Day(csv, today.PlusDays(i));
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static void Day(StringBuilder csv, LocalDate day)
    {
        var turn = Period.DaysBetween(new LocalDate(2026, 1, 1), day);
        Round(csv, DemoRoles.Cardiology, DemoPeople.You, day, 1, "Duty");
        Round(csv, DemoRoles.Cardiology, Of(turn, "D002", "D003", "D004"), day, 2, "Backup");
        Round(csv, DemoRoles.Cardiology, "D005", day, 3, "Consultant");
        Halves(csv, DemoRoles.Surgery, Of(turn / 7, "D006", "D007"), Of((turn / 7) + 1, "D006", "D007"), day);
        Halves(csv, DemoRoles.Ward, Of(turn, "D008", "D009", "D010"), Of(turn + 2, "D008", "D009", "D010"), day);
        foreach (var member in new[] { DemoPeople.You, Of(turn, "D002", "D003", "D004"), Of(turn, "D006", "D007") })
        {
            Round(csv, DemoRoles.CodeTeam, member, day, 1, "Team");
        }

        Round(csv, Role.DeskCode, DemoPeople.You, day, 1, "Desk");
        Round(csv, Role.DeskCode, "D011", day, 1, "Desk");
    }

    private static string Of(int turn, params string[] people) => people[((turn % people.Length) + people.Length) % people.Length];

    private static void Halves(StringBuilder csv, string role, string byDay, string byNight, LocalDate day)
    {
        Line(csv, role, byDay, day, "07:00", day, "19:00", 1, "Day");
        Line(csv, role, byNight, day, "19:00", day.PlusDays(1), "07:00", 1, "Night");
    }

    private static void Round(StringBuilder csv, string role, string person, LocalDate day, int tier, string label) =>
        Line(csv, role, person, day, "07:00", day.PlusDays(1), "07:00", tier, label);

    private static void Line(StringBuilder csv, string role, string person, LocalDate from, string fromTime, LocalDate to, string toTime, int tier, string label) =>
        csv.AppendJoin(',', role, person, Date.Format(from), fromTime, Date.Format(to), toTime, tier.ToString(CultureInfo.InvariantCulture), label).Append('\n');
}
