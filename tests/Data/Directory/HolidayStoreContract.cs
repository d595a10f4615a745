using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class HolidayStoreContract
{
    private static readonly Holiday Christmas = new(new LocalDate(2026, 12, 25), "Christmas");
    private static readonly Holiday NewYear = new(new LocalDate(2027, 1, 1), "元日");

    [Fact]
    public async Task The_holidays_of_a_unit_are_replaced_as_a_whole()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var (site, ward) = (await data.UnitAsync("site"), await data.UnitAsync("ward"));

        Assert.Equal(SaveResult.Saved, await data.Holidays.ReplaceAsync(site.Id, [NewYear, Christmas], DirectoryData.Audit("holidays.put"), CancellationToken.None));
        await data.Holidays.ReplaceAsync(ward.Id, [Christmas], DirectoryData.Audit("holidays.put"), CancellationToken.None);
        await data.Holidays.ReplaceAsync(ward.Id, [], DirectoryData.Audit("holidays.put"), CancellationToken.None);

        var all = await data.Holidays.OfUnitsAsync([site.Id, ward.Id], CancellationToken.None);
        Assert.Equal([Christmas, NewYear], Assert.Single(all).Value);
        Assert.Empty(await data.Holidays.OfUnitsAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task A_scope_holds_the_holidays_of_its_unit_and_of_those_above()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var site = await data.UnitAsync("site");
        var ward = await data.UnitAsync("ward", site);
        await data.Holidays.ReplaceAsync(site.Id, [Christmas], DirectoryData.Audit("holidays.put"), CancellationToken.None);
        await data.Holidays.ReplaceAsync(ward.Id, [NewYear], DirectoryData.Audit("holidays.put"), CancellationToken.None);
        var role = new Role(new RoleId(data.NewId()), "nurse", "Nurse", [], ward.Id, null, null, Coverage.AllDay, [], null);

        var scopes = await new RoleScopes(data.Reads, data.Holidays, new HouseZone(DateTimeZone.Utc)).OfAsync(
            [role, role with { Id = new RoleId(data.NewId()), OrgUnit = site.Id }, role with { Id = new RoleId(data.NewId()), OrgUnit = null }], CancellationToken.None);

        Assert.Equal([2, 1, 0], scopes.Values.Select(s => s.Holidays.Count));
        Assert.Superset(new HashSet<LocalDate> { Christmas.Date, NewYear.Date }, scopes[role.Id].Holidays.ToHashSet());
    }

    protected abstract Task<TestDatabase> OpenAsync();
}

public sealed class HolidayStoreOnSqlite : HolidayStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class HolidayStoreOnSqlServer : HolidayStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
