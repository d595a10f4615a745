using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class CoverStoreContract
{
    [Fact]
    public async Task A_cover_is_in_force_once_it_is_added()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = Cover(data, 9, 11);

        Assert.True(await AddAsync(data, cover));

        Assert.Equal(cover, Assert.Single((await data.ViewAsync()).Of(data.Ward).Covers));
        Assert.Equal(cover, await data.Covers.FindAsync(cover.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_cover_for_nobody_in_particular_is_kept_so()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = Cover(data, 9, 11) with { Instead = null };

        await AddAsync(data, cover);

        Assert.Null((await data.Covers.FindAsync(cover.Id, CancellationToken.None))!.Instead);
    }

    [Fact]
    public async Task The_covers_of_a_person_are_those_they_stand_in_by_and_those_that_relieve_them_each_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (own, relieving, other) = (Cover(data, 9, 11), Cover(data, 12, 14), Cover(data, 15, 17));
        await AddAsync(data, own with { Person = data.Chiyo, Instead = data.Ada });
        await AddAsync(data, relieving with { Person = data.Ada, Instead = data.Chiyo });
        await AddAsync(data, other with { Person = data.Bram, Instead = null });

        var found = (await data.Rosters.OfPeopleAsync([data.Chiyo, data.Ada], RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None)).Covers;

        Assert.Equal([own.Id, relieving.Id], found.OrderBy(c => c.Start).Select(c => c.Id));
        Assert.Empty((await data.Rosters.OfPeopleAsync([data.Chiyo], RosterData.Hour(14), RosterData.Hour(24), CancellationToken.None)).Covers);
    }

    [Fact]
    public async Task A_cover_decided_on_an_older_roster_is_not_written()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var stamp = await data.Rosters.StampAsync(CancellationToken.None);
        await data.PublishAsync(data.Draft(data.Bram, 7, 15));

        Assert.False(await data.Covers.AddAsync(Cover(data, 9, 11), "Ada", stamp, RosterData.Audit("cover.add"), CancellationToken.None));
        Assert.Empty((await data.ViewAsync()).Of(data.Ward).Covers);
    }

    [Fact]
    public async Task A_cover_that_has_not_begun_is_taken_out()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = Cover(data, 9, 11);
        await AddAsync(data, cover);
        var stamp = await data.Rosters.StampAsync(CancellationToken.None);

        Assert.True(await EndAsync(data, cover, 9));

        Assert.Empty((await data.ViewAsync()).Of(data.Ward).Covers);
        Assert.Null(await data.Covers.FindAsync(cover.Id, CancellationToken.None));
        Assert.True(stamp < await data.Rosters.StampAsync(CancellationToken.None));
        Assert.False(await EndAsync(data, cover, 9));
    }

    [Fact]
    public async Task A_cover_that_runs_ends_and_its_past_stays_known()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = Cover(data, 9, 11);
        await AddAsync(data, cover);

        Assert.True(await EndAsync(data, cover, 10));

        Assert.Equal(RosterData.Hour(10), Assert.Single((await data.ViewAsync()).Of(data.Ward).Covers).End);
    }

    [Fact]
    public async Task A_cover_that_is_over_stays_as_it_was()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = Cover(data, 9, 11);
        await AddAsync(data, cover);
        var stamp = await data.Rosters.StampAsync(CancellationToken.None);

        Assert.False(await EndAsync(data, cover, 11));

        Assert.Equal(RosterData.Hour(11), (await data.Covers.FindAsync(cover.Id, CancellationToken.None))!.End);
        Assert.Equal(stamp, await data.Rosters.StampAsync(CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static Cover Cover(RosterData data, double from, double to) => new(
        new CoverId(data.NewId()), data.Ward, data.Ada, data.Bram, 2, RosterData.Hour(from), RosterData.Hour(to), "ill", RosterData.Hour(0));

    private static async Task<bool> AddAsync(RosterData data, Cover cover) =>
        await data.Covers.AddAsync(cover, "Ada", await data.Rosters.StampAsync(CancellationToken.None), RosterData.Audit("cover.add"), CancellationToken.None);

    private static Task<bool> EndAsync(RosterData data, Cover cover, double hour) =>
        data.Covers.EndAsync(cover.Id, RosterData.Hour(hour), RosterData.Audit("cover.remove"), CancellationToken.None);
}
