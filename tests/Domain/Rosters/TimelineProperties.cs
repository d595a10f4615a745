using FsCheck;
using FsCheck.Fluent;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

/// <summary>The timeline against the plain meaning of shifts and covers, on rosters made by chance.</summary>
public sealed class TimelineProperties
{
    private static readonly Gen<Ward> Wards =
        from shifts in Gen.Choose(0, 12)
        from covers in Gen.Choose(0, 4)
        from inactive in Gen.Choose(0, 5)
        from numbers in Gen.Choose(0, 999_999).ListOf(1 + (5 * (shifts + covers)))
        select Build([.. numbers], shifts, covers, inactive);

    [Fact]
    public void Without_covers_those_whose_shift_holds_the_instant_are_on() =>
        Check(ward =>
        {
            var roster = ward.Roster with { Covers = [] };
            return Hours().All(hour =>
            {
                var expected = roster.Shifts
                    .Where(s => s.Start <= Ward.Hour(hour) && Ward.Hour(hour) < s.End && !roster.Inactive.Contains(s.Person))
                    .Select(s => s.Person).ToHashSet();
                var actual = RosterResolver.Resolve(roster, Ward.Hour(hour)).Responders;
                return expected.SetEquals(actual.Select(r => r.Person)) && actual.Count == expected.Count;
            });
        });

    [Fact]
    public void Nobody_inactive_is_ever_on_and_nobody_is_on_twice() =>
        Check(ward => RoleTimeline.Of(ward.Roster).Segments.All(s =>
            !s.Responders.Any(r => ward.Roster.Inactive.Contains(r.Person))
            && s.Responders.DistinctBy(r => r.Person).Count() == s.Responders.Count));

    [Fact]
    public void Segments_follow_each_other_without_hole_or_overlap() =>
        Check(ward =>
        {
            var segments = RoleTimeline.Of(ward.Roster).Segments;
            return segments.All(s => s.Start < s.End) && segments.Zip(segments.Skip(1)).All(pair => pair.First.End == pair.Second.Start);
        });

    [Fact]
    public void A_person_is_on_from_since_until_until_and_not_just_outside() =>
        Check(ward =>
        {
            var timeline = RoleTimeline.Of(ward.Roster);
            return timeline.Segments.All(s => s.Responders.All(r =>
                r.Since <= s.Start && s.End <= r.Until
                && IsOn(timeline, r, r.Since) && IsOn(timeline, r, r.Until - NodaTime.Duration.Epsilon)
                && !IsOn(timeline, r, r.Since - NodaTime.Duration.Epsilon) && !IsOn(timeline, r, r.Until)));
        });

    [Fact]
    public void The_answer_stays_until_the_next_change_and_differs_there() =>
        Check(ward =>
        {
            var timeline = RoleTimeline.Of(ward.Roster);
            return Hours().All(hour =>
            {
                var now = timeline.At(Ward.Hour(hour));
                var next = now.NextChangeAt;
                return next is { } change
                    ? change > now.At && !Same(now, timeline.At(change)) && Same(now, timeline.At(change - NodaTime.Duration.Epsilon))
                    : Same(now, timeline.At(Ward.Hour(1000)));
            });
        });

    private static bool IsOn(RoleTimeline timeline, OnShift who, NodaTime.Instant at) =>
        timeline.At(at).Responders.Any(r => r.Person == who.Person && r.Tier == who.Tier);

    private static bool Same(Resolution one, Resolution other) =>
        one.Responders.Select(r => (r.Person, r.Tier)).ToHashSet().SetEquals(other.Responders.Select(r => (r.Person, r.Tier)));

    private static IEnumerable<double> Hours() => Enumerable.Range(-1, 45).Select(h => h + 0.5).Concat(Enumerable.Range(0, 45).Select(h => (double)h));

    private static void Check(Func<Ward, bool> holds) =>
        Prop.ForAll(Wards.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Ward Build(int[] numbers, int shifts, int covers, int inactive)
    {
        var ward = new Ward();
        for (var i = 0; i < shifts + covers; i++)
        {
            var n = numbers.AsSpan(1 + (5 * i), 5);
            var (person, other, from, length, tier) = ((char)('A' + (n[0] % 6)), (char)('A' + (n[1] % 6)), n[2] % 36, 1 + (n[3] % 8), 1 + (n[4] % 3));
            _ = i < shifts
                ? ward.On(person, from, from + length, tier, (n[1] % 2) == 0 ? "Early" : null)
                : ward.Cover(person, (n[3] % 3) == 0 ? null : other, from, from + length, tier);
        }

        return inactive < 2 ? ward : ward.Inactive((char)('A' + inactive));
    }
}
