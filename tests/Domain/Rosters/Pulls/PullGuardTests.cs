using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Pulls;
using Xunit;

namespace OnCall.Domain.Tests.Rosters.Pulls;

public sealed class PullGuardTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 0, 0);
    private static readonly RoleId Ward = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly RoleId Clinic = new(new Guid(2, 0, 0, new byte[8]));

    [Theory]
    [InlineData(4, 4, PullDoubt.None)]
    [InlineData(4, 2, PullDoubt.None)]
    [InlineData(5, 3, PullDoubt.None)]
    [InlineData(5, 2, PullDoubt.Shrunk)]
    [InlineData(4, 1, PullDoubt.Shrunk)]
    [InlineData(1, 0, PullDoubt.RoleMissing)]
    [InlineData(0, 0, PullDoubt.None)]
    public void Half_of_what_was_to_come_is_enough(int before, int after, PullDoubt doubt) =>
        Assert.Equal(doubt, PullGuard.Shrinks(Taken(Shifts(Ward, 1, before)), Shifts(Ward, 1, after), Now));

    [Fact]
    public void What_is_over_does_not_count_on_either_side()
    {
        Assert.Equal(PullDoubt.None, PullGuard.Shrinks(Taken([.. Shifts(Ward, -20, 20), .. Shifts(Ward, 1, 2)]), Shifts(Ward, 1, 1), Now));
        Assert.Equal(PullDoubt.Shrunk, PullGuard.Shrinks(Taken(Shifts(Ward, 1, 5)), [.. Shifts(Ward, -20, 20), .. Shifts(Ward, 1, 2)], Now));
        Assert.Equal(PullDoubt.None, PullGuard.Shrinks(Taken([.. Shifts(Clinic, -20, 20), .. Shifts(Ward, 1, 2)]), Shifts(Ward, 1, 2), Now));
    }

    [Fact]
    public void Another_role_does_not_stand_in_for_one_that_is_missing_or_has_shrunk()
    {
        Assert.Equal(PullDoubt.RoleMissing, PullGuard.Shrinks(Taken([.. Shifts(Ward, 1, 9), .. Shifts(Clinic, 1, 1)]), Shifts(Ward, 1, 9), Now));
        Assert.Equal(PullDoubt.Shrunk, PullGuard.Shrinks(Taken(Shifts(Ward, 1, 9)), [.. Shifts(Ward, 1, 1), .. Shifts(Clinic, 1, 9)], Now));
    }

    [Fact]
    public void Before_the_first_success_there_is_nothing_to_compare_with()
    {
        Assert.Equal(PullDoubt.None, PullGuard.Shrinks(null, [], Now));
        Assert.Equal(PullDoubt.None, Undoes(null, Shifts(Ward, 1, 3), Shifts(Ward, 1, 2)));
    }

    [Fact]
    public void What_the_last_one_brought_may_change_and_what_somebody_made_may_not()
    {
        var (last, next) = (Shifts(Ward, 1, 3), Shifts(Ward, 1, 3, person: 9));
        var corrected = new[] { last[0], last[1] with { Person = Person(7) }, last[2] };

        Assert.Equal(PullDoubt.None, Undoes(last, last, next));
        Assert.Equal(PullDoubt.UndoesByHand, Undoes(last, corrected, next));
        Assert.Equal(PullDoubt.UndoesByHand, Undoes(last, corrected, last));
        Assert.Equal(PullDoubt.None, Undoes(last, corrected, [.. corrected, .. Shifts(Ward, 5, 1)]));
    }

    [Fact]
    public void What_somebody_took_out_is_not_brought_back_and_another_word_is_nobodys_correction()
    {
        var last = Shifts(Ward, 1, 3);
        Assert.Equal(PullDoubt.UndoesByHand, Undoes(last, [last[0], last[2]], last));
        Assert.Equal(PullDoubt.None, Undoes(last, last, [.. last.Select(s => s with { Label = "Night" })]));
    }

    private static PullDoubt Undoes(NewShift[]? last, NewShift[] inForce, NewShift[] fetched)
    {
        var stored = inForce.Select((s, i) => new Shift(new ShiftId(new Guid(i + 1, 9, 0, new byte[8])), s.Role, s.Person, s.Tier, s.Start, s.End, s.Label)).ToList();
        return PullGuard.Undoes(last is null ? null : Taken(last), stored, RosterPublication.Plan(stored, fetched));
    }

    private static TakenShift[] Taken(NewShift[] shifts) => [.. shifts.Select(TakenShift.Of)];

    private static NewShift[] Shifts(RoleId role, int day, int count, int person = 1) =>
        [.. Enumerable.Range(day, count).Select(d => new NewShift(role, Person(person), 1, Now + Duration.FromDays(d), Now + Duration.FromDays(d) + Duration.FromHours(23), null))];

    private static PersonId Person(int number) => new(new Guid(number, 5, 0, new byte[8]));
}
