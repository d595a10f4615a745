using NodaTime;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class RosterClockTests
{
    private static readonly RosterClock Brussels = new(DateTimeZoneProviders.Tzdb["Europe/Brussels"]);

    [Fact]
    public void An_ordinary_time_is_one_instant() =>
        Assert.Equal(
            new ClockTime(Instant.FromUtc(2026, 10, 12, 5, 0), WallClock.Exact),
            Brussels.Map(new LocalDateTime(2026, 10, 12, 7, 0)));

    [Fact]
    public void A_skipped_time_is_the_first_instant_after_the_gap() =>
        Assert.Equal(
            new ClockTime(Instant.FromUtc(2026, 3, 29, 1, 0), WallClock.Skipped),
            Brussels.Map(new LocalDateTime(2026, 3, 29, 2, 30)));

    [Fact]
    public void A_repeated_time_is_its_first_occurrence() =>
        Assert.Equal(
            new ClockTime(Instant.FromUtc(2026, 10, 25, 0, 30), WallClock.Repeated),
            Brussels.Map(new LocalDateTime(2026, 10, 25, 2, 30)));

    [Fact]
    public void An_offset_written_with_the_time_wins_also_in_the_repeated_hour() =>
        Assert.Equal(
            new ClockTime(Instant.FromUtc(2026, 10, 25, 1, 30), WallClock.Exact),
            Brussels.Map(new WrittenTime(new LocalDateTime(2026, 10, 25, 2, 30), Offset.FromHours(1))));

    [Theory]
    [InlineData(3, 29, 7)]
    [InlineData(10, 25, 9)]
    [InlineData(10, 26, 8)]
    public void A_night_shift_lasts_as_long_as_the_night_really_is(int month, int day, int hours)
    {
        var morning = new LocalDateTime(2026, month, day, 7, 0);
        var evening = morning.PlusHours(-8);

        Assert.Equal(Duration.FromHours(hours), Brussels.Map(morning).At - Brussels.Map(evening).At);
    }

    [Theory]
    [InlineData(3, 29)]
    [InlineData(10, 25)]
    public void A_hand_over_at_any_minute_of_the_night_leaves_neither_hole_nor_overlap(int month, int day)
    {
        var midnight = new LocalDateTime(2026, month, day, 0, 0);
        var before = Brussels.Map(midnight).At;
        for (var minute = 1; minute <= 300; minute++)
        {
            // One value ends a shift and starts the next; time must not run backwards from one value to the next.
            var at = Brussels.Map(midnight.PlusMinutes(minute)).At;
            Assert.True(at >= before, $"minute {minute}");
            before = at;
        }
    }

    [Fact]
    public void Clocks_that_change_by_half_an_hour_are_read_too()
    {
        var island = new RosterClock(DateTimeZoneProviders.Tzdb["Australia/Lord_Howe"]);

        Assert.Equal(WallClock.Skipped, island.Map(new LocalDateTime(2026, 10, 4, 2, 15)).Clock);
        Assert.Equal(WallClock.Exact, island.Map(new LocalDateTime(2026, 10, 4, 2, 30)).Clock);
    }
}
