using FsCheck;
using NodaTime;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>
/// What the roster says, against a model that knows only the words of the product, minute by minute, around changes of the clocks
/// in every zone that has any from 2024 to 2030.
/// </summary>
public sealed class RosterProof(ITestOutputHelper output)
{
    [Fact]
    public void Every_zone_that_changes_its_clocks_is_looked_at()
    {
        var changes = ChangingZone.All.SelectMany(zone => zone.Changes).ToList();
        output.WriteLine($"{ChangingZone.All.Count} zones change their clocks from 2024 to 2030, {changes.Count} times in all.");

        Assert.NotEmpty(changes);
        Assert.Superset(
            new HashSet<string>(["Europe/Brussels", "America/New_York", "America/Santiago", "Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe", "Antarctica/Troll"]),
            ChangingZone.All.Select(zone => zone.Id).ToHashSet());
        Assert.All(changes, change =>
        {
            Assert.Equal(0, change.At.ToUnixTimeSeconds() % 60);
            Assert.Equal(0, change.Before.Seconds % 60);
            Assert.Equal(0, change.After.Seconds % 60);
        });
    }

    [Fact]
    public void At_every_minute_exactly_those_are_on_whom_the_written_roster_names() => Holds(6, Writing.Roster, EveryMinute.Difference);

    [Fact]
    public void Shifts_that_follow_one_another_leave_no_minute_open_or_doubly_held() => Holds(8, Writing.Relay, HandOvers.Difference);

    [Fact]
    public void Twelve_hours_on_the_wall_clock_last_as_long_as_the_change_of_the_clocks_makes_them()
    {
        var found = new SortedDictionary<Duration, int>();
        foreach (var change in ChangingZone.All.SelectMany(zone => zone.Changes))
        {
            var around = 0;
            foreach (var start in Nights.Starts(change))
            {
                Assert.Null(Nights.Difference(Reading.Shipped, change, start, out var lasts, out var changes));
                around += changes ? 1 : 0;
                found[lasts] = found.GetValueOrDefault(lasts) + 1;
            }

            Assert.True(around > 0, $"{change} is in none of the nights.");
        }

        output.WriteLine(string.Join(", ", found.Select(f => $"{f.Value} nights of {f.Key.TotalHours} h")));
        Assert.All([10.0, 11.0, 11.5, 12.0, 12.5, 13.0], hours => Assert.Contains(Duration.FromHours(hours), found.Keys));
    }

    [Fact]
    public void Segments_and_answers_and_their_since_until_and_next_change_are_right() => Holds(4, Writing.Roster, Stretches.Difference);

    [Fact]
    public void Gaps_are_the_minutes_that_nobody_holds_within_the_coverage_hours() => Holds(6, Writing.Need, Gaps.Difference);

    [Fact]
    public void Each_upload_is_painted_over_the_roster_and_undone_without_a_trace() => Holds(5, Writing.Uploads, Publications.Difference);

    private void Holds<T>(int each, Func<ZoneChange, Gen<T>> written, Func<Reading, Trial<T>, Tally, string?> difference)
        where T : ISmaller<T>
    {
        var sweep = ZoneSweep.Of(each, written, (trial, tally) => difference(Reading.Shipped, trial, tally));
        output.WriteLine(sweep.ToString());
        Assert.True(sweep.Counterexample is null, sweep.Counterexample);
        Assert.Equal(ChangingZone.All.Count, sweep.Tally.Zones);
    }
}
