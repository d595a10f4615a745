using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Rotations;

public sealed class PutRotationStories
{
    [Fact]
    public async Task Turns_are_in_force_up_to_the_hand_off_beyond_the_horizon()
    {
        await using var house = await Taking.WardAsync();

        var answer = await house.PutAsync(Taking.Weeks);

        // It is Monday 12 October, 08:00 in Brussels.
        Assert.True(answer.IsNew);
        Assert.Equal(new PublicationChanges(4, 0, 0), answer.Value!.Changes);
        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-26 Oct 08:00", "C3/1 26 Oct 08:00-2 Nov 08:00", "A1/1 2 Nov 08:00-9 Nov 08:00"], await house.RosterAsync());
        Assert.Equal(Instant.FromUtc(2026, 11, 9, 7, 0), answer.Value.Rotation.MadeTo);
        Assert.Equal("A1/1", await house.WhoAsync(Taking.Ward, "2026-10-12T06:00Z"));

        // The clocks are put back on 25 October: the week has an hour more.
        Assert.Equal(Duration.FromHours(169), answer.Value.Shifts[1].End - answer.Value.Shifts[1].Start);
    }

    [Fact]
    public async Task Its_shifts_are_a_publication_that_is_listed_and_rolled_back()
    {
        await using var house = await Taking.WardAsync();
        await house.UploadAsync($"{Taking.Ward},C3,2026-11-01 08:00,2026-11-09 08:00,2\n");

        var upload = (await house.PutAsync(Taking.Weeks)).Value!.Upload!.Value;

        var line = (await house.Get<ListRosterUploads>().RunAsync(House.Scheduler, null, CancellationToken.None)).Value!.Items[0];
        Assert.Equal((upload, "rotation", Taking.Code, UploadStatus.Published, 4), (line.Id, line.Format, line.FileName, line.Status, line.Accepted));
        Assert.True((await house.Get<RollBackRoster>().RunAsync(House.Scheduler, new UploadId(upload), CancellationToken.None)).Ok);
        Assert.Equal(["C3/2 1 Nov 08:00-9 Nov 08:00"], await house.RosterAsync());
    }

    [Fact]
    public async Task A_preview_shows_the_same_and_stores_nothing()
    {
        await using var house = await Taking.WardAsync();

        var preview = (await house.PutAsync(Taking.Weeks, preview: true)).Value!;

        Assert.Equal((4, 4, null), (preview.Shifts.Count, preview.Differences.Count, preview.Upload));
        Assert.Empty(await house.RosterAsync());
        Assert.Null(await house.Get<IRotations>().FindAsync(Taking.Code, CancellationToken.None));
        Assert.Equal(preview.Shifts, (await house.PutAsync(Taking.Weeks)).Value!.Shifts);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await using var house = await Taking.RotatingAsync();
        var before = await house.UploadCountAsync();
        house.Clock.Now += Duration.FromDays(2);

        var again = await house.PutAsync(Taking.Weeks);

        Assert.False(again.IsNew);
        Assert.Equal((new PublicationChanges(0, 0, 0, 4), null), (again.Value!.Changes, again.Value.Upload));
        Assert.Equal(before, await house.UploadCountAsync());
    }

    [Fact]
    public async Task A_change_makes_its_own_shifts_anew_from_now_on_and_leaves_what_has_been()
    {
        await using var house = await Taking.RotatingAsync();
        house.Clock.Now += Duration.FromDays(9);

        // Wednesday 21 October, 08:00: Bram is on. The order turns round.
        await house.PutAsync(Taking.Weeks with { People = ["C3", "A1", "B2"] });

        Assert.Equal(
            [
                "A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-21 Oct 08:00", "A1/1 21 Oct 08:00-26 Oct 08:00", "B2/1 26 Oct 08:00-2 Nov 08:00",
                "C3/1 2 Nov 08:00-9 Nov 08:00", "A1/1 9 Nov 08:00-16 Nov 08:00",
            ],
            await house.RosterAsync());
    }

    [Fact]
    public async Task A_later_start_leaves_the_turns_before_it()
    {
        await using var house = await Taking.RotatingAsync();

        await house.PutAsync(Taking.Weeks with { People = ["C3"], On = "wed", From = "2026-10-21" });

        Assert.Equal(
            ["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-21 Oct 08:00", "C3/1 21 Oct 08:00-28 Oct 08:00", "C3/1 28 Oct 08:00-4 Nov 08:00"],
            await house.RosterAsync());
    }

    [Fact]
    public async Task An_exception_stands_in_until_the_next_hand_off_and_nobody_is_a_gap()
    {
        await using var house = await Taking.WardAsync();

        var answer = await house.PutAsync(Taking.Weeks with { Exceptions = [new RotationExceptionBody("2026-10-21", "C3"), new RotationExceptionBody("2026-10-26", null)] });

        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-21 Oct 08:00", "C3/1 21 Oct 08:00-26 Oct 08:00", "A1/1 2 Nov 08:00-9 Nov 08:00"], await house.RosterAsync());
        Assert.Contains("Nobody is on 'Ward 3 – Nurse' from 2026-10-26 08:00 to 2026-11-02 08:00.", Assert.Single(answer.Value!.Of("gap")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_hours_of_a_turn_are_shifts()
    {
        await using var house = await Taking.WardAsync();
        var nights = new CoverageTimes(null, [new CoverageSpan(["mon", "tue", "wed", "thu", "fri"], "17:00", "08:00")]);

        await house.PutAsync(Taking.Weeks with { HandOff = "17:00", Hours = nights, HorizonDays = 7 });

        Assert.Equal(
            [
                "A1/1 12 Oct 17:00-13 Oct 08:00", "A1/1 13 Oct 17:00-14 Oct 08:00", "A1/1 14 Oct 17:00-15 Oct 08:00", "A1/1 15 Oct 17:00-16 Oct 08:00", "A1/1 16 Oct 17:00-17 Oct 08:00",
            ],
            await house.RosterAsync());
    }

    [Fact]
    public async Task Two_rotations_share_a_role_that_is_meant_to_have_two_people()
    {
        await using var house = await Taking.WardAsync();
        await house.RoleAsync("icu", "ICU", new Coverage(null, 2), zone: House.Brussels);
        await house.PutAsync(Taking.Weeks with { Code = "icu-one", Role = "icu", People = ["A1", "B2"], HorizonDays = 8 });

        await house.PutAsync(Taking.Weeks with { Code = "icu-two", Role = "icu", People = ["C3", "B2"], HorizonDays = 8 });

        // Bram is never his own colleague.
        Assert.Equal(["A1/1 12 Oct 08:00-19 Oct 08:00", "B2/1 19 Oct 08:00-26 Oct 08:00", "C3/1 12 Oct 08:00-19 Oct 08:00"], (await house.RosterAsync("icu")).Order(StringComparer.Ordinal));
    }
}
