using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Domain.Tests.Rosters.Proof;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Rotations;

/// <summary>The shifts of rotations, minute by minute, around changes of the clocks in every zone that has any from 2024 to 2030.</summary>
public sealed class RotationProof(ITestOutputHelper output)
{
    [Fact]
    public void At_every_minute_exactly_the_one_is_on_whose_turn_it_is()
    {
        var sweep = ZoneSweep.Of(6, WritingRotations.Of, (trial, tally) => Turns.Difference(RotationShifts.Of, trial, tally));

        output.WriteLine(sweep.ToString());
        Assert.True(sweep.Counterexample is null, sweep.Counterexample);
        Assert.Equal(ChangingZone.All.Count, sweep.Tally.Zones);
    }

    [Fact]
    public void Turns_follow_one_another_without_hole_or_overlap_and_pieces_make_the_whole()
    {
        var sweep = ZoneSweep.Of(6, WritingRotations.Of, (trial, tally) =>
        {
            var (rotation, clock, change) = (trial.Written.Rotation, new RosterClock(trial.Change.Zone), trial.Change.At);
            var (from, to) = (change - Duration.FromDays(20), change + Duration.FromDays(20));
            var turns = RotationTurns.Of(rotation, clock, from, to).ToList();
            tally.Count(trial.Change, (long)(to - from).TotalMinutes);
            var torn = turns.Zip(turns.Skip(1)).FirstOrDefault(p => p.First.End != p.Second.Start);
            var parts = RotationTurns.Of(rotation, clock, from, change).Concat(RotationTurns.Of(rotation, clock, change, to)).Distinct();
            return torn.First is not null ? $"one turn ends at {torn.First.End}, the next starts at {torn.Second.Start}"
                : !parts.SequenceEqual(turns) ? "asked for in two parts, the turns are others"
                : turns.FirstOrDefault(t => RotationTurns.HandOffFrom(rotation with { Exceptions = [] }, clock, t.End) < t.End) is { } early ? $"the hand-off after {early} is too early"
                : null;
        });

        Assert.True(sweep.Counterexample is null, sweep.Counterexample);
    }

    [Fact]
    public void Turns_of_so_many_times_24_hours_are_found() =>
        Finds((rotation, clock, holidays, inactive, from, to) => RotationShifts.Of(rotation, new RosterClock(DateTimeZone.ForOffset(clock.Zone.GetUtcOffset(from))), holidays, inactive, from, to));

    [Fact]
    public void Exceptions_that_shift_the_order_are_found() =>
        Finds((rotation, clock, holidays, inactive, from, to) => RotationShifts.Of(
            rotation with { People = [.. rotation.People.Skip(rotation.Exceptions.Count % rotation.People.Count), .. rotation.People.Take(rotation.Exceptions.Count % rotation.People.Count)] },
            clock, holidays, inactive, from, to));

    [Fact]
    public void Inactive_people_who_get_shifts_are_found() =>
        Finds((rotation, clock, holidays, _, from, to) => RotationShifts.Of(rotation, clock, holidays, new HashSet<PersonId>(), from, to));

    [Fact]
    public void A_rotation_without_its_end_is_found() =>
        Finds((rotation, clock, holidays, inactive, from, to) => RotationShifts.Of(rotation with { Until = null }, clock, holidays, inactive, from, to));

    private void Finds(Func<Rotation, RosterClock, IReadOnlySet<LocalDate>, IReadOnlySet<PersonId>, Instant, Instant, IReadOnlyList<NewShift>> faulty)
    {
        var sweep = ZoneSweep.Of(3, WritingRotations.Of, (trial, tally) => Turns.Difference(faulty, trial, tally));
        Assert.True(sweep.Counterexample is not null, $"The fault is not found: {sweep}.");
        output.WriteLine(sweep.Counterexample);
    }
}
