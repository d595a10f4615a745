using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class OrgUnitStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_tree_is_read_as_it_was_written()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var site = await data.UnitAsync("site", timeZone: "Europe/Brussels");
        var ward = await data.UnitAsync("ward", site);
        var moved = ward with { Name = "Ward 21", Parent = null, TimeZone = "Asia/Tokyo" };
        Assert.Equal([ward.Id, site.Id], (await data.Reads.UnitAndAboveAsync(ward.Id, CancellationToken.None)).Select(u => u.Id));
        var both = await data.Reads.UnitsAndAboveAsync([ward.Id, site.Id, ward.Id], CancellationToken.None);
        Assert.Equal([ward.Id, site.Id], both[ward.Id].Select(u => u.Id));
        Assert.Equal([site.Id], both[site.Id].Select(u => u.Id));
        Assert.Empty(await data.Reads.UnitsAndAboveAsync([], CancellationToken.None));

        await data.Units.SaveAsync(moved, isNew: false, DirectoryData.Audit("org-unit.put"), CancellationToken.None);
        Assert.Equal(moved, (await data.Units.TreeAsync(CancellationToken.None)).Find("WARD"));
        Assert.Equal([ward.Id], (await data.Reads.UnitAndAboveAsync(ward.Id, CancellationToken.None)).Select(u => u.Id));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_told()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        await data.UnitAsync("ward");
        var twin = new OrgUnit(new OrgUnitId(data.NewId()), "Ward", "Twin", null, null);
        Assert.Equal(SaveResult.Raced, await data.Units.SaveAsync(twin, isNew: true, DirectoryData.Audit("org-unit.put"), CancellationToken.None));
    }

    [Fact]
    public async Task A_role_goes_by_its_own_zone_else_the_nearest_above_else_utc()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var site = await data.UnitAsync("site", timeZone: "Europe/Brussels");
        var ward = await data.UnitAsync("ward", site);
        var role = data.NewRole("nurse", "Nurse") with { OrgUnit = ward.Id };
        var scopes = new RoleScopes(data.Reads, data.Holidays, new HouseZone(DateTimeZone.Utc));
        Assert.Equal("Asia/Tokyo", (await scopes.OfAsync(role with { TimeZone = "Asia/Tokyo" }, CancellationToken.None)).Zone.Id);
        Assert.Equal("Europe/Brussels", (await scopes.OfAsync(role, CancellationToken.None)).Zone.Id);
        Assert.Equal("UTC", (await scopes.OfAsync(role with { OrgUnit = null }, CancellationToken.None)).Zone.Id);
    }
}

public sealed class OrgUnitStoreOnSqlite : OrgUnitStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OrgUnitStoreOnSqlServer : OrgUnitStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
