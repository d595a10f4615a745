using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterSourceStoreContract
{
    [Fact]
    public async Task What_is_told_of_a_source_is_kept_whole_and_replaced_whole()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new RosterSourceStore(data.Database);
        var told = new SourceSettings { Mapping = """{"start":"von"}""", Encoding = "shift_jis", Sheet = "十月", DateOrder = "dayFirst", Legend = "{}", Delimiter = ";", Role = "Ward 3", Format = "csv" };

        await store.SaveAsync(new RosterSource("Ward rota", told, RosterData.Hour(1), "person:A1"), CancellationToken.None);
        Assert.Equal(told, (await store.FindAsync("ward ROTA", CancellationToken.None))!.Settings);

        await store.SaveAsync(new RosterSource("WARD rota", new SourceSettings(), RosterData.Hour(2), "person:B2"), CancellationToken.None);
        var source = await store.FindAsync("Ward rota", CancellationToken.None);

        Assert.Equal((new SourceSettings(), RosterData.Hour(2), "person:B2"), (source!.Settings, source.UpdatedAt, source.UpdatedBy));
        Assert.Null(await store.FindAsync("another", CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();
}
