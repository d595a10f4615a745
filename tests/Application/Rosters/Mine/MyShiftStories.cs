using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Mine;
using OnCall.Domain.Access;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Mine;

/// <summary>Ada looks when she is on. It is 12 October 2026, 08:00 in Brussels.</summary>
public sealed class MyShiftStories
{
    private const string Ward = "Ward 3 – Nurse";

    [Fact]
    public async Task They_are_mine_alone_from_the_one_that_goes_on_and_with_covers_laid_over()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync(
            $"{Ward},A1,2026-10-11 07:00,2026-10-11 15:00,1\n{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n{Ward},B2,2026-10-12 15:00,2026-10-12 23:00,1\n"
            + $"{Ward},A1,2026-10-14 07:00,2026-10-14 15:00,1\nClinic,A1,2026-10-13 07:00,2026-10-13 15:00,2\n");
        await house.CoverAsync(Ward, "A1", "2026-10-12T20:00", "2026-10-12T23:00", instead: "B2");
        await house.CoverAsync(Ward, "C3", "2026-10-14T07:00", "2026-10-14T09:00", instead: "A1");

        var mine = await ReadAsync(house, "A1");
        Assert.Equal(
            [
                "ward-3/nurse 1 12 05:00–12 13:00 ", "ward-3/nurse 1 12 18:00–12 21:00 Bram Peeters",
                "clinic 2 13 05:00–13 13:00 ", "ward-3/nurse 1 14 07:00–14 13:00 ",
            ],
            mine.Shifts.Select(s => $"{s.Role} {s.Tier} {Written(s.Start)}–{Written(s.End)} {s.InsteadOf?.Name}"));
        Assert.All(mine.Shifts, s => Assert.Equal(House.Brussels, s.TimeZone));
        var given = Assert.Single(mine.Given);
        Assert.Equal(("ward-3/nurse", 1, "Chiyo Tanaka", "14 05:00", "14 07:00"), (given.Role, given.Tier, given.To.Name, Written(given.Start), Written(given.End)));
    }

    [Fact]
    public async Task What_is_over_or_far_away_is_not_shown_and_whoever_has_none_sees_none()
    {
        await using var house = await House.OpenAsync();
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 07:00,2026-10-12 15:00,1\n{Ward},A1,2027-01-12 07:00,2027-01-12 15:00,1\n");
        house.Clock.Now = Instant.FromUtc(2026, 10, 12, 13, 0);
        Assert.Empty((await ReadAsync(house, "A1")).Shifts);
        Assert.Empty((await ReadAsync(house, "C3")).Shifts);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<ReadMyShifts>().RunAsync(House.Staff, CancellationToken.None)).Refusal!.Kind);
    }

    private static async Task<MyShiftsView> ReadAsync(House house, string number)
    {
        var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
        return (await house.Get<ReadMyShifts>().RunAsync(new Caller("person:" + number, person.Id, person.Name, [new Grant(Permission.Staff, null)]), CancellationToken.None)).Value!;
    }

    private static string Written(Instant at) => at.ToString("dd HH:mm", null);
}
