using NodaTime;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Swaps;

public sealed class TakeNowStories
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 13, 10, 0);

    [Fact]
    public async Task A_colleague_takes_it_from_now_to_the_end_of_the_shift_and_the_relieved_one_is_told()
    {
        await using var house = await AtNoonAsync();

        var cover = await house.TakeNowAsync("B2");

        Assert.Equal((Noon, Instant.FromUtc(2026, 10, 13, 18, 0), "A1"), (cover.Value!.From, cover.Value.To, cover.Value.Instead!.EmployeeNo));
        Assert.Equal(("B2/1", "B2/1"), (await house.WhoAsync(SwapHouse.Tuesday), await house.WhoAsync("2026-10-13T19:59+02:00")));
        Assert.Equal("OnCall: Bram is on Ward 3 – Nurse from Tue 13 Oct 12:00 to Tue 13 Oct 20:00 instead of Ada.", await house.LastTextAsync("A1"));
        Assert.Equal("", await house.ToldAsync("B2"));
    }

    [Fact]
    public async Task Who_has_never_been_on_the_unit_may_not()
    {
        await using var house = await AtNoonAsync();
        Assert.Equal("forbidden", (await house.TakeNowAsync("P9")).Refusal!.Type);
        Assert.Equal("A1/1", await house.WhoAsync(SwapHouse.Tuesday));
    }

    [Fact]
    public async Task Its_scheduler_may_and_who_is_on_another_role_of_the_unit()
    {
        await using var house = await AtNoonAsync();
        await house.House.RoleAsync("ward-3/doctor", "Ward 3 – Doctor", unit: house.Unit);
        await house.House.UploadAsync("ward-3/doctor,P9,2026-10-20 08:00,2026-10-20 20:00,1\n");

        Assert.True((await house.TakeNowAsync("P9", to: "2026-10-13T13:00")).Ok);
        Assert.True((await house.TakeNowAsync("S1", from: "2026-10-13T14:00", to: "2026-10-13T15:00")).Ok);
    }

    [Theory]
    [InlineData("A1", null, null, null, "role")]
    [InlineData("B2", "2026-10-13T11:00", null, null, "from")]
    [InlineData("B2", null, "2026-10-14T12:01", null, "to")]
    [InlineData("B2", null, null, "C3", "instead")]
    [InlineData("B2", "2026-10-13T20:00", "2026-10-14T08:01", null, "to")]
    [InlineData("C3", "2026-10-13T20:00", "2026-10-14T08:01", null, "to")]
    [InlineData("B2", null, "2026-10-13T21:00", null, "to")]
    public async Task What_cannot_be_taken_is_refused_by_field(string by, string? from, string? to, string? instead, string field)
    {
        await using var house = await AtNoonAsync();
        Assert.Equal(field, Assert.Single((await house.TakeNowAsync(by, from, to, instead)).Refusal!.Errors).Field);
    }

    [Fact]
    public async Task A_gap_is_taken_up_to_whoever_comes_on_next()
    {
        await using var house = await AtNoonAsync();

        var cover = await house.TakeNowAsync("C3", from: "2026-10-13T22:00");

        Assert.Equal((Instant.FromUtc(2026, 10, 14, 6, 0), null), (cover.Value!.To, cover.Value.Instead));
        Assert.Equal(("", "C3/1", "B2/1"), (await house.WhoAsync("2026-10-13T21:59+02:00"), await house.WhoAsync("2026-10-14T07:59+02:00"), await house.WhoAsync("2026-10-14T08:00+02:00")));
        Assert.Equal(("", ""), (await house.ToldAsync("A1"), await house.ToldAsync("B2")));
    }

    [Fact]
    public async Task A_gap_with_nobody_after_it_is_taken_for_a_day()
    {
        await using var house = await AtNoonAsync();
        house.House.Clock.Now = Instant.FromUtc(2026, 10, 16, 10, 0);

        var cover = await house.TakeNowAsync("B2");

        Assert.Equal(Instant.FromUtc(2026, 10, 17, 10, 0), cover.Value!.To);
        Assert.Equal("B2/1", await house.WhoAsync("2026-10-17T11:59+02:00"));
    }

    [Fact]
    public async Task Whom_a_scheduler_puts_in_and_who_is_relieved_are_told()
    {
        await using var house = await AtNoonAsync();

        await house.House.CoverAsync(SwapHouse.Role, "C3", "2026-10-13T13:00", "2026-10-13T14:00", caller: house.As("S1"));

        Assert.Equal(("CoverMade", "CoverMade", ""), (await house.ToldAsync("A1"), await house.ToldAsync("C3"), await house.ToldAsync("S1")));
    }

    private static async Task<SwapHouse> AtNoonAsync()
    {
        var house = await SwapHouse.OpenAsync();
        house.House.Clock.Now = Noon;
        return house;
    }
}
