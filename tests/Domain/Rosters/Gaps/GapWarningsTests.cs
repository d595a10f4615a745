using NodaTime;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Gaps;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Gaps;

public sealed class GapWarningsTests
{
    private static readonly RoleId Ward = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly RoleId Clinic = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly Instant Begins = Instant.FromUtc(2026, 11, 28, 19, 0);
    private static readonly Gap Night = new(Ward, Begins, Begins + Duration.FromHours(12), GapSize.Nobody);

    [Theory]
    [InlineData(73 * 60, null)]
    [InlineData((72 * 60) + 1, null)]
    [InlineData(72 * 60, GapLead.ThreeDays)]
    [InlineData((24 * 60) + 1, GapLead.ThreeDays)]
    [InlineData(24 * 60, GapLead.Day)]
    [InlineData(61, GapLead.Day)]
    [InlineData(60, GapLead.Hour)]
    [InlineData(1, GapLead.Hour)]
    [InlineData(0, GapLead.Running)]
    [InlineData(-719, GapLead.Running)]
    [InlineData(-720, null)]
    public void A_gap_is_told_as_the_nearest_that_it_has_reached(int minutesBefore, GapLead? lead)
    {
        var now = Begins - Duration.FromMinutes(minutesBefore);

        Assert.Equal(lead, GapWarnings.Reached(Night, now));
        Assert.Equal(lead is { } l ? [l] : [], GapWarnings.Due([Night], [], now).Select(d => d.Lead));
    }

    [Theory]
    [InlineData(GapLead.ThreeDays, 25 * 60, 0)]
    [InlineData(GapLead.ThreeDays, 24 * 60, 1)]
    [InlineData(GapLead.Day, 24 * 60, 0)]
    [InlineData(GapLead.Day, 60, 1)]
    [InlineData(GapLead.Hour, 60, 0)]
    [InlineData(GapLead.Hour, -5, 0)]
    [InlineData(GapLead.Day, -5, 1)]
    [InlineData(GapLead.Running, -5, 0)]
    public void It_is_told_once_at_each(GapLead told, int minutesBefore, int due) =>
        Assert.Equal(due, GapWarnings.Due([Night], [Told(Night, told)], Begins - Duration.FromMinutes(minutesBefore)).Count);

    [Theory]
    [InlineData(0, 0, GapSize.Nobody, false)]
    [InlineData(30, 0, GapSize.Nobody, false)]
    [InlineData(31, 0, GapSize.Nobody, true)]
    [InlineData(-1, 0, GapSize.Nobody, true)]
    [InlineData(0, -300, GapSize.Nobody, false)]
    [InlineData(0, 1, GapSize.Nobody, true)]
    [InlineData(0, 0, GapSize.TooFew, false)]
    public void One_that_has_changed_is_told_anew_where_it_is_worse(int start, int end, GapSize size, bool anew)
    {
        var changed = Night with { Start = Night.Start + Duration.FromMinutes(start), End = Night.End + Duration.FromMinutes(end), Size = size };

        var due = GapWarnings.Due([changed], [Told(Night, GapLead.Day)], Begins - Duration.FromHours(10));

        Assert.Equal(anew, due.Count == 1);
        Assert.Equal(anew ? [Told(Night, GapLead.Day).Id] : [], due.SelectMany(d => d.Replaced));
    }

    [Fact]
    public void One_that_leaves_nobody_where_too_few_were_told_is_told_anew() =>
        Assert.Single(GapWarnings.Due([Night], [Told(Night with { Size = GapSize.TooFew }, GapLead.Day)], Begins - Duration.FromHours(10)));

    [Fact]
    public void One_without_an_end_was_told_of_all_that_follows_and_one_with_an_end_was_not()
    {
        var endless = Night with { End = null };

        Assert.Empty(GapWarnings.Due([Night], [Told(endless, GapLead.Day)], Begins - Duration.FromHours(10)));
        Assert.Single(GapWarnings.Due([endless], [Told(Night, GapLead.Day)], Begins - Duration.FromHours(10)));
    }

    [Fact]
    public void One_that_began_before_all_that_is_known_is_told_once_however_long_it_runs()
    {
        var endless = Night with { End = null, BeganBefore = true };
        var later = endless with { Start = Begins + Duration.FromDays(3) };

        Assert.Empty(GapWarnings.Due([later], [Told(endless, GapLead.Running)], Begins + Duration.FromDays(5)));
    }

    [Fact]
    public void What_is_told_of_another_role_does_not_count() =>
        Assert.Single(GapWarnings.Due([Night], [Told(Night with { Role = Clinic }, GapLead.Day)], Begins - Duration.FromHours(10)));

    [Fact]
    public void It_is_filled_when_nothing_of_it_is_left_ahead()
    {
        var told = Told(Night, GapLead.Day);
        var rest = Night with { Start = Begins + Duration.FromHours(11) };

        Assert.Equal([told], GapWarnings.Filled([], [told], Begins - Duration.FromHours(2)));
        Assert.Equal([told], GapWarnings.Filled([Night with { Role = Clinic }], [told], Begins - Duration.FromHours(2)));
        Assert.Empty(GapWarnings.Filled([rest], [told], Begins - Duration.FromHours(2)));
        Assert.Empty(GapWarnings.Filled([], [told], Night.End!.Value));
        Assert.Equal([told], GapWarnings.Filled([Night with { End = Begins + Duration.FromHours(3) }], [told], Begins + Duration.FromHours(3)));
    }

    [Fact]
    public void Findings_that_touch_are_one_gap_and_several_primaries_are_none()
    {
        var at = Enumerable.Range(0, 6).Select(h => Begins + Duration.FromHours(h)).ToArray();
        RosterFinding[] findings =
        [
            new(RosterFindingKind.Uncovered, at[0], at[1], 0), new(RosterFindingKind.TooFew, at[1], at[2], 1), new(RosterFindingKind.TooMany, at[2], at[3], 2),
            new(RosterFindingKind.TooFew, at[3], at[4], 1), new(RosterFindingKind.TooFew, at[4], at[5], 2),
        ];

        Assert.Equal(
            [new Gap(Ward, at[0], at[2], GapSize.NobodyOrTooFew, BeganBefore: true), new Gap(Ward, at[3], null, GapSize.TooFew)],
            Gap.Of(Ward, findings, at[0], at[5]));
    }

    /// <summary>
    /// Rosters change at random while time passes minute by minute. Against the plain reading of the promise: at each minute, whatever gap lies
    /// within a lead was told at that lead or a nearer one, as beginning no later and ending no earlier than it does.
    /// </summary>
    [Fact]
    public void However_rosters_change_no_gap_is_near_that_was_not_told_and_none_is_told_twice()
    {
        var ids = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var chance = new Random(seed);
            var gaps = new List<Gap>();
            var told = new List<ToldGap>();
            for (var minute = 0; minute < 600; minute += chance.Next(1, 20))
            {
                var now = Begins + Duration.FromMinutes(minute);
                Change(gaps, chance, now);
                told.RemoveAll(t => GapWarnings.Filled(gaps, [t], now).Count > 0 || GapWarnings.IsOver(t, now));
                foreach (var due in GapWarnings.Due(gaps, told, now).ToList())
                {
                    Assert.DoesNotContain(told, t => (t.Role, t.Start, t.End, t.Size, t.Lead) == (due.Gap.Role, due.Gap.Start, due.Gap.End, due.Gap.Size, due.Lead));
                    told.RemoveAll(t => due.Replaced.Contains(t.Id));
                    told.Add(new ToldGap(new GapWarningId(new Guid(++ids, 0, 1, new byte[8])), due.Gap.Role, due.Gap.Start, due.Gap.End, due.Gap.Size, due.Lead));
                }

                Assert.Empty(GapWarnings.Due(gaps, told, now));
                Assert.All(gaps.Where(g => g.End > now && g.Start - now <= Duration.FromHours(72)), g => Assert.Contains(told, t =>
                    t.Role == g.Role && t.Start <= g.Start && (t.End is null || t.End >= g.End) && NearEnough(t.Lead, g.Start - now)));
            }
        }
    }

    private static bool NearEnough(GapLead lead, Duration left) => lead switch
    {
        GapLead.ThreeDays => left > Duration.FromHours(24),
        GapLead.Day => left > Duration.FromHours(1),
        GapLead.Hour or GapLead.Running => true,
    };

    private static void Change(List<Gap> gaps, Random chance, Instant now)
    {
        if (gaps.Count > 0 && chance.Next(3) == 0)
        {
            var one = chance.Next(gaps.Count);
            gaps[one] = chance.Next(3) switch
            {
                0 => gaps[one] with { Start = gaps[one].Start + Duration.FromMinutes(chance.Next(-60, 60)) },
                1 => gaps[one] with { End = gaps[one].End + Duration.FromMinutes(chance.Next(0, 120)) },
                _ => gaps[one] with { Size = (GapSize)chance.Next(3) },
            };
        }

        if (gaps.Count > 0 && chance.Next(8) == 0)
        {
            gaps.RemoveAt(chance.Next(gaps.Count));
        }

        // One gap of a role at a time: findings of one role never overlap.
        var free = new[] { Ward, Clinic }.Where(r => gaps.TrueForAll(g => g.Role != r)).ToArray();
        if (free.Length > 0 && chance.Next(2) == 0)
        {
            var start = now + Duration.FromMinutes(chance.Next(-60, 80 * 60));
            gaps.Add(new Gap(free[0], start, start + Duration.FromMinutes(chance.Next(130, 900)), (GapSize)chance.Next(3)));
        }

        gaps.RemoveAll(g => g.End <= g.Start);
    }

    private static ToldGap Told(Gap gap, GapLead lead) => new(new GapWarningId(new Guid(9, 0, (short)lead, new byte[8])), gap.Role, gap.Start, gap.End, gap.Size, lead);
}
