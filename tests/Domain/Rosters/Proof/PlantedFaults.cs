using FsCheck;
using NodaTime;
using NodaTime.TimeZones;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>The proof can fail: each classic fault of a roster is found, and told as a short roster that a person can follow.</summary>
public sealed class PlantedFaults(ITestOutputHelper output)
{
    [Fact]
    public void A_skipped_end_that_is_moved_on_while_a_skipped_start_is_not_tears_the_hand_over() =>
        Finds(Writing.Relay, HandOvers.Difference, Reading.Shipped with { End = MovedOn });

    [Fact]
    public void A_repeated_end_that_is_its_second_occurrence_makes_two_people_hold_an_hour() =>
        Finds(Writing.Relay, HandOvers.Difference, Reading.Shipped with { End = Second });

    [Fact]
    public void Repeated_times_that_are_all_their_second_occurrence_are_found_though_no_hand_over_is_torn() =>
        Finds(Writing.Roster, EveryMinute.Difference, Reading.Shipped with { Start = Second, End = Second });

    [Fact]
    public void Skipped_times_that_are_all_moved_on_are_found() =>
        Finds(Writing.Roster, EveryMinute.Difference, Reading.Shipped with { Start = MovedOn, End = MovedOn });

    [Fact]
    public void An_earlier_cover_that_wins_is_found() =>
        FindsRoster(roster => roster with { Covers = [.. roster.Covers.Select(c => c with { CreatedAt = Instant.FromUnixTimeSeconds(-c.CreatedAt.ToUnixTimeSeconds()) })] });

    [Fact]
    public void A_cover_for_the_only_primary_that_stands_beside_them_is_found() =>
        FindsRoster(roster => roster with { Covers = [.. roster.Covers.Select(c => c with { Instead = c.Instead ?? People.Id('Z') })] });

    [Fact]
    public void Shifts_that_hold_the_minute_of_their_end_are_found() =>
        FindsRoster(roster => roster with { Shifts = [.. roster.Shifts.Select(s => s with { End = s.End + Duration.FromMinutes(1) })] });

    [Fact]
    public void Inactive_people_who_are_paged_are_found() =>
        FindsRoster(roster => roster with { Inactive = new HashSet<Directory.PersonId>() });

    [Fact]
    public void Consultants_who_are_taken_for_backups_are_found() =>
        FindsRoster(roster => roster with { Shifts = [.. roster.Shifts.Select(s => s with { Tier = Math.Min(s.Tier, 2) })] });

    [Fact]
    public void Nights_that_are_read_by_one_offset_all_year_are_found()
    {
        var winter = Reading.Shipped with { Start = Standard, End = Standard };
        var change = ChangingZone.All.First(zone => zone.Id == "Europe/Brussels").Changes[0];

        Assert.Contains(Nights.Starts(change), start => Nights.Difference(winter, change, start, out _, out _) is not null);
    }

    [Fact]
    public void A_segment_that_is_missing_is_found() =>
        Finds(Writing.Roster, Stretches.Difference, Reading.Shipped with { Segments = segments => [.. segments.Where((_, i) => i != 1)] });

    [Fact]
    public void Somebody_who_comes_on_anew_with_each_segment_is_found() =>
        Finds(Writing.Roster, Stretches.Difference, Reading.Shipped with
        {
            Segments = segments => [.. segments.Select(s => s with { Responders = [.. s.Responders.Select(r => r with { Since = s.Start })] })],
        });

    [Fact]
    public void Coverage_hours_that_are_read_in_another_zone_are_found() =>
        Finds(Writing.Need, Gaps.Difference, Reading.Shipped with { Gaps = (roster, _, coverage, holidays, when) => Find(roster, DateTimeZone.Utc, coverage, holidays, when) });

    [Fact]
    public void Coverage_that_is_read_as_all_day_is_found() =>
        Finds(Writing.Need, Gaps.Difference, Reading.Shipped with { Gaps = (roster, zone, coverage, holidays, when) => Find(roster, zone, coverage with { Hours = null }, holidays, when) });

    [Fact]
    public void Holidays_that_are_taken_for_weekdays_are_found() =>
        Finds(Writing.Need, Gaps.Difference, Reading.Shipped with { Gaps = (roster, zone, coverage, _, when) => Find(roster, zone, coverage, NoDays.Holidays, when) });

    [Fact]
    public void An_outer_part_that_is_lost_is_found() =>
        Finds(Writing.Uploads, Publications.Difference, Reading.Shipped with
        {
            Plan = plan => plan with { Added = [.. plan.Added.Where(s => plan.Ranges.Any(r => r.Role == s.Role && r.Touches(s.Start, s.End)))] },
        });

    [Fact]
    public void A_replaced_shift_that_stays_is_found() =>
        Finds(Writing.Uploads, Publications.Difference, Reading.Shipped with { Plan = plan => plan with { Superseded = [.. plan.Superseded.Skip(1)] } });

    [Fact]
    public void A_counterexample_names_the_zone_the_shifts_and_the_minute()
    {
        var sweep = ZoneSweep.Of(20, Writing.Relay, (trial, tally) => HandOvers.Difference(Reading.Shipped with { End = Second }, trial, tally));

        Assert.Matches(@"\w+/\w+, clocks change at .+ from .+ to .+", sweep.Counterexample);
        Assert.Matches(@"[A-C] on tier 1 from \d{4}-\d\d-\d\d \d\d:\d\d to \d{4}-\d\d-\d\d \d\d:\d\d", sweep.Counterexample);
        Assert.Matches(@"\(the wall clock shows .+\): one person should be on, is A1 B1", sweep.Counterexample);
        Assert.Contains($"ONCALL_ROSTER_SEED={ZoneSweep.Seed}", sweep.Counterexample, StringComparison.Ordinal);
    }

    private void FindsRoster(Func<RoleRoster, RoleRoster> fault) => Finds(Writing.Roster, EveryMinute.Difference, Reading.Shipped with { Roster = fault });

    private void Finds<T>(Func<ZoneChange, Gen<T>> written, Func<Reading, Trial<T>, Tally, string?> difference, Reading faulty)
        where T : ISmaller<T>
    {
        var sweep = ZoneSweep.Of(5, written, (trial, tally) => difference(faulty, trial, tally));
        Assert.True(sweep.Counterexample is not null, $"The fault is not found: {sweep}.");
        output.WriteLine(sweep.Counterexample);
    }

    private static IReadOnlyList<RosterFinding> Find(RoleRoster roster, DateTimeZone zone, Coverage coverage, IReadOnlySet<LocalDate> holidays, NodaTime.Interval when) =>
        RosterGap.Find(RoleTimeline.Of(roster), coverage, zone, holidays, when.Start, when.End);

    private static Instant MovedOn(DateTimeZone zone, LocalDateTime local) => zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant();

    private static Instant Second(DateTimeZone zone, LocalDateTime local) =>
        zone.ResolveLocal(local, Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter)).ToInstant();

    private static Instant Standard(DateTimeZone zone, LocalDateTime local) =>
        local.WithOffset(zone.GetZoneInterval(Instant.FromUtc(2026, 1, 15, 0, 0)).WallOffset).ToInstant();
}
