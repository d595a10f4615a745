using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterStoreContract
{
    [Fact]
    public async Task Only_what_touches_the_time_is_read()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 0, 7), data.Draft(data.Bram, 7, 15), data.Draft(data.Ada, 15, 23), data.Draft(data.Chiyo, 0, 48, tier: 2));

        var view = await data.Rosters.LoadAsync([data.Ward], RosterData.Hour(7), RosterData.Hour(15), CancellationToken.None);

        Assert.Equal([data.Bram, data.Chiyo], view.Of(data.Ward).Shifts.Select(s => s.Person).OrderBy(p => p.Value));
    }

    [Fact]
    public async Task A_shift_is_found_however_long_ago_it_began()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 0, 3 * 24), data.Draft(data.Bram, -100, 3 * 24, tier: 2), data.Draft(data.Chiyo, 5_000, 5_008));
        var (from, to) = (RosterData.Hour((3 * 24) - 1), RosterData.Hour(3 * 24));

        var view = await data.Rosters.LoadAsync([data.Ward], from, to, CancellationToken.None);
        var window = await data.Rosters.LoadAsync(from, to, CancellationToken.None);

        Assert.Equal([data.Ada, data.Bram], view.Of(data.Ward).Shifts.OrderBy(s => s.Tier).Select(s => s.Person));
        Assert.Equal([data.Ada, data.Bram], window.View.Of(data.Ward).Shifts.OrderBy(s => s.Tier).Select(s => s.Person));
        Assert.Empty((await data.Rosters.LoadAsync([data.Ward], to, to + (to - from), CancellationToken.None)).Of(data.Ward).Shifts);
    }

    [Fact]
    public async Task What_a_person_is_on_is_read_over_all_roles_and_without_what_was_replaced()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 15, 23));
        await data.PublishAsync(data.Draft(data.Ada, 8, 16, data.Clinic), data.Draft(data.Ada, 100, 108, data.Clinic));
        await data.PublishAsync(data.Draft(data.Ada, 7, 14), data.Draft(data.Bram, 14, 23));

        var (shifts, covers) = await data.Rosters.OfPeopleAsync([data.Ada, data.Chiyo], RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None);

        Assert.Equal([data.Draft(data.Ada, 7, 14), data.Draft(data.Ada, 8, 16, data.Clinic)], shifts.OrderBy(s => s.Start).Select(NewShift.Of));
        Assert.Empty(covers);
        Assert.Empty((await data.Rosters.OfPeopleAsync([], RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None)).Shifts);
    }

    [Fact]
    public async Task Only_the_roles_that_were_asked_for_are_read()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 7, 15, data.Clinic));

        var view = await data.Rosters.LoadAsync([data.Clinic, new RoleId(data.NewId())], RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None);

        Assert.Equal(data.Clinic, Assert.Single(view.Rosters).Key);
        Assert.Empty(view.Of(data.Ward).Shifts);
    }

    [Fact]
    public async Task Somebody_inactive_is_told_with_the_roster()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 7, 15));
        await data.PutAsync(data.Bram, "B2", "Bram Peeters", active: false);

        Assert.Equal([data.Bram], (await data.ViewAsync()).Of(data.Ward).Inactive);
    }

    [Fact]
    public async Task A_window_holds_every_role_and_the_people_in_it()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 7, 15, data.Clinic), data.Draft(data.Chiyo, 100, 108));

        var window = await data.Rosters.LoadAsync(RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None);

        Assert.Equal(2, window.View.Rosters.Count);
        Assert.Equal(["Ada Okafor", "Bram Peeters"], window.People.Values.Select(p => p.Name).Order());
        Assert.Equal(await data.Rosters.StampAsync(CancellationToken.None), window.View.Stamp);
    }

    protected abstract Task<TestDatabase> OpenAsync();
}
