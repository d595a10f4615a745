using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using Xunit;

namespace OnCall.Domain.Tests.Rosters;

public sealed class PublicationTests
{
    [Fact]
    public void A_first_upload_adds_everything()
    {
        var plan = RosterPublication.Plan([], [Ward.Draft('A', 7, 15), Ward.Draft('B', 15, 23)]);

        Assert.Equal(new PublicationChanges(2, 0, 0), plan.Changes);
        Assert.Equal(new RoleRange(Ward.Role, Ward.Hour(7), Ward.Hour(23)), Assert.Single(plan.Ranges));
    }

    [Fact]
    public void An_upload_without_words_for_its_shifts_leaves_those_in_force()
    {
        var stored = new Ward().On('A', 7, 15, label: "Early").Shifts;

        Assert.True(RosterPublication.Plan(stored, [Ward.Draft('A', 7, 15)]).IsUnchanged);
        Assert.False(RosterPublication.Plan(stored, [Ward.Draft('A', 7, 15, label: "Day")]).IsUnchanged);
    }

    [Fact]
    public void The_same_upload_again_changes_nothing()
    {
        var stored = new Ward().On('A', 7, 15, label: "Early").On('B', 15, 23).Shifts;

        var plan = RosterPublication.Plan(stored, [Ward.Draft('B', 15, 23), Ward.Draft('A', 7, 15, label: "Early")]);

        Assert.True(plan.IsUnchanged);
        Assert.Equal(new PublicationChanges(0, 0, 0, 2), plan.Changes);
    }

    [Fact]
    public void Other_times_and_other_roles_stay_as_they_are()
    {
        var elsewhere = new Shift(new ShiftId(new Guid(9, 9, 9, new byte[8])), new RoleId(new Guid(8, 8, 8, new byte[8])), Ward.Person('Z'), 1, Ward.Hour(7), Ward.Hour(15), null);
        var stored = new Ward().On('A', 0, 7).On('B', 7, 15).On('C', 15, 23).Shifts;

        var plan = RosterPublication.Plan([.. stored, elsewhere], [Ward.Draft('D', 7, 15)]);

        Assert.Equal([stored[1].Id], plan.Superseded);
        Assert.Equal([Ward.Draft('D', 7, 15)], plan.Added);
        Assert.Equal(new PublicationChanges(0, 1, 0), plan.Changes);
    }

    [Fact]
    public void What_the_upload_leaves_out_of_its_time_is_removed()
    {
        var stored = new Ward().On('A', 7, 15).On('B', 9, 11).On('C', 15, 23).Shifts;

        var plan = RosterPublication.Plan(stored, [Ward.Draft('A', 7, 15), Ward.Draft('C', 15, 23)]);

        Assert.Equal([stored[1].Id], plan.Superseded);
        Assert.Equal(new PublicationChanges(0, 0, 1, 2), plan.Changes);
    }

    [Fact]
    public void A_stored_shift_that_crosses_the_first_edge_keeps_its_outer_part()
    {
        var stored = new Ward().On('A', -2, 9, label: "Night").Shifts;

        var plan = RosterPublication.Plan(stored, [Ward.Draft('B', 7, 15)]);

        Assert.Equal([Ward.Draft('B', 7, 15), Ward.Draft('A', -2, 7, label: "Night")], plan.Added);
        Assert.Equal(new PublicationChanges(1, 1, 0), plan.Changes);
    }

    [Fact]
    public void A_stored_shift_around_the_whole_upload_keeps_both_outer_parts()
    {
        var stored = new Ward().On('A', 0, 24).Shifts;

        var plan = RosterPublication.Plan(stored, [Ward.Draft('B', 7, 15)]);

        Assert.Equal([Ward.Draft('B', 7, 15), Ward.Draft('A', 0, 7), Ward.Draft('A', 15, 24)], plan.Added);
        Assert.Equal([stored[0].Id], plan.Superseded);
    }

    [Fact]
    public void After_cutting_a_crossing_shift_the_same_upload_changes_nothing()
    {
        NewShift[] upload = [Ward.Draft('B', 7, 15)];
        var first = RosterPublication.Plan(new Ward().On('A', 0, 24).Shifts, upload);
        var stored = new Ward();
        foreach (var shift in first.Added)
        {
            stored.On(Ward.Letter(shift.Person), (shift.Start - Ward.Midnight).TotalHours, (shift.End - Ward.Midnight).TotalHours);
        }

        Assert.True(RosterPublication.Plan(stored.Shifts, upload).IsUnchanged);
    }

    [Theory]
    [InlineData('A', 8, 16, 1, null)]
    [InlineData('A', 7, 15, 2, null)]
    [InlineData('A', 7, 15, 1, "Late")]
    [InlineData('B', 7, 15, 1, null)]
    public void Another_time_tier_label_or_person_is_a_change(char person, int from, int to, int tier, string? label)
    {
        var stored = new Ward().On('A', 7, 15).Shifts;

        var plan = RosterPublication.Plan(stored, [Ward.Draft('Z', 0, 1), Ward.Draft(person, from, to, tier, label), Ward.Draft('Z', 23, 24)]);

        Assert.Equal(new PublicationChanges(2, 1, 0), plan.Changes);
    }

    [Fact]
    public void A_shift_that_only_touches_the_edge_is_left_alone()
    {
        var stored = new Ward().On('A', 0, 7).On('C', 15, 24).Shifts;

        Assert.Empty(RosterPublication.Plan(stored, [Ward.Draft('B', 7, 15)]).Superseded);
    }
}
