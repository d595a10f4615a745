using OnCall.Domain.Access;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Domain.Tests.Access;

public sealed class GrantChangeTests
{
    private static readonly Grant Admin = new(Permission.Admin, null);
    private static readonly Grant Scheduler = new(Permission.Scheduler, null);
    private static readonly Grant OfTheWard = new(Permission.Scheduler, new OrgUnitId(Guid.Parse("00000000-0000-0000-0000-000000000001")));

    [Fact]
    public void What_groups_give_is_added_and_what_they_no_longer_give_is_taken()
    {
        var change = GrantChange.Of(held: [Scheduler], mapped: [Scheduler], given: [OfTheWard]);
        Assert.Equal([OfTheWard], change.Added);
        Assert.Equal([Scheduler], change.Taken);
        Assert.Equal([Scheduler], change.Forgotten);
    }

    [Fact]
    public void What_was_given_by_hand_stays_whether_groups_give_it_too_or_not()
    {
        Assert.True(GrantChange.Of(held: [Scheduler], mapped: [], given: [Scheduler]).IsNone);
        Assert.True(GrantChange.Of(held: [Scheduler], mapped: [], given: []).IsNone);
    }

    [Fact]
    public void What_groups_still_give_and_somebody_took_by_hand_comes_back()
    {
        Assert.Equal([Scheduler], GrantChange.Of(held: [], mapped: [Scheduler], given: [Scheduler]).Added);
        var gone = GrantChange.Of(held: [], mapped: [Scheduler], given: []);
        Assert.Empty(gone.Taken);
        Assert.Equal([Scheduler], gone.Forgotten);
    }

    [Fact]
    public void The_last_administrator_stays_one_and_is_still_remembered_as_made_by_a_group()
    {
        var change = GrantChange.Of(held: [Admin, OfTheWard], mapped: [Admin, OfTheWard], given: []);
        Assert.True(change.TakesAdministrator);
        var kept = change.KeepAdministrator();
        Assert.Equal([OfTheWard], kept.Taken);
        Assert.Equal([OfTheWard], kept.Forgotten);
        Assert.Equal([Admin], kept.Kept);
        Assert.False(kept.IsNone);
    }
}
