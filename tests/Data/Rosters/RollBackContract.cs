using OnCall.Application.Rosters.Uploads;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RollBackContract
{
    [Fact]
    public async Task A_rollback_restores_exactly_what_was()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 0, 24, label: "Day"), data.Draft(data.Bram, 24, 48));
        var before = await data.InForceAsync();
        var (id, _) = await data.PublishAsync(data.Draft(data.Chiyo, 10, 30));

        Assert.Equal(RollBackResult.Done, await data.RollBackAsync(id));

        Assert.Equal(before, await data.InForceAsync());
        Assert.Equal(UploadStatus.RolledBack, (await data.Uploads.FindAsync(id, CancellationToken.None))!.Upload.Status);
        Assert.Equal(RollBackResult.NotPublished, await data.RollBackAsync(id));
    }

    [Fact]
    public async Task A_later_publication_of_the_same_time_must_be_rolled_back_first()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (first, _) = await data.PublishAsync(data.Draft(data.Ada, 7, 15));
        var (second, _) = await data.PublishAsync(data.Draft(data.Bram, 7, 15));

        Assert.Equal(RollBackResult.Overlaid, await data.RollBackAsync(first));
        Assert.Equal(RollBackResult.Done, await data.RollBackAsync(second));
        Assert.Equal(RollBackResult.Done, await data.RollBackAsync(first));
        Assert.Empty(await data.InForceAsync());
    }

    [Fact]
    public async Task A_later_publication_that_cut_what_this_one_left_over_is_in_the_way_too()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 0, 100));
        var (middle, _) = await data.PublishAsync(data.Draft(data.Bram, 20, 40));
        await data.PublishAsync(data.Draft(data.Chiyo, 60, 80));

        // Bringing the whole first shift back would put it over the last one.
        Assert.Equal(RollBackResult.Overlaid, await data.RollBackAsync(middle));
    }

    [Fact]
    public async Task A_later_publication_elsewhere_is_not_in_the_way()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (first, _) = await data.PublishAsync(data.Draft(data.Ada, 7, 15));
        await data.PublishAsync(data.Draft(data.Bram, 15, 23));
        await data.PublishAsync(data.Draft(data.Bram, 7, 15, data.Clinic));

        Assert.Equal(RollBackResult.Done, await data.RollBackAsync(first));
        Assert.Equal(2, (await data.InForceAsync()).Count);
    }

    protected abstract Task<TestDatabase> OpenAsync();
}
