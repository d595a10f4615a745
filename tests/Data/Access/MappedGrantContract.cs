using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class MappedGrantContract
{
    private static readonly Grant Admin = new(Permission.Admin, null);
    private static readonly Grant Scheduler = new(Permission.Scheduler, null);
    private static readonly Grant Dispatcher = new(Permission.Dispatcher, null);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_groups_give_comes_and_goes_and_what_was_given_by_hand_stays()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = new Grant(Permission.Scheduler, (await data.UnitAsync("ward")).Id);
        var come = await ReplaceAsync(data, data.Ann, Scheduler, Dispatcher, ward);
        Assert.Equal(Set(Dispatcher, ward), come!.Added.ToHashSet());
        Assert.Equal(Set(Scheduler, Dispatcher, ward), (await data.GrantsAsync(data.Ann)).ToHashSet());

        Assert.True((await ReplaceAsync(data, data.Ann, Scheduler, Dispatcher, ward))!.IsNone);
        var gone = await ReplaceAsync(data, data.Ann);
        Assert.Equal(Set(Dispatcher, ward), gone!.Taken.ToHashSet());
        Assert.Equal(Set(Scheduler), (await data.GrantsAsync(data.Ann)).ToHashSet());
        Assert.True((await ReplaceAsync(data, data.Ann))!.IsNone);
        Assert.Equal(2, await data.AuditCountAsync("person.map-groups"));
    }

    [Fact]
    public async Task What_one_persons_groups_give_is_nobody_elses()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await ReplaceAsync(data, data.Ann, Dispatcher);
        await ReplaceAsync(data, data.Bob, Dispatcher);
        await ReplaceAsync(data, data.Ann);
        Assert.DoesNotContain(Dispatcher, await data.GrantsAsync(data.Ann));
        Assert.Contains(Dispatcher, await data.GrantsAsync(data.Bob));
    }

    [Fact]
    public async Task What_an_administrator_took_and_gave_again_by_hand_is_not_the_groups_any_more()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = new Grant(Permission.Scheduler, (await data.UnitAsync("ward")).Id);
        await ReplaceAsync(data, data.Bob, Dispatcher, ward);
        await data.GiveAsync(data.Bob, "N002", ward);
        await data.GiveAsync(data.Bob, "N002", ward, Dispatcher);

        var change = await ReplaceAsync(data, data.Bob);
        Assert.Equal([ward], change!.Taken);
        Assert.Equal([Dispatcher], await data.GrantsAsync(data.Bob));
    }

    [Fact]
    public async Task The_last_administrator_stays_one_until_there_is_another()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await ReplaceAsync(data, data.Ann, Admin);
        var kept = await ReplaceAsync(data, data.Ann);
        Assert.Equal([Admin], kept!.Kept);
        Assert.Contains(Admin, await data.GrantsAsync(data.Ann));

        await data.GiveAsync(data.Bob, "N002", Admin);
        Assert.Equal([Admin], (await ReplaceAsync(data, data.Ann))!.Taken);
        Assert.DoesNotContain(Admin, await data.GrantsAsync(data.Ann));
    }

    [Fact]
    public async Task Of_two_administrators_who_lose_it_in_one_moment_one_stays()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await ReplaceAsync(data, data.Ann, Admin);
        await ReplaceAsync(data, data.Bob, Admin);
        var changes = await Task.WhenAll(ReplaceAsync(data, data.Ann), ReplaceAsync(data, data.Bob));
        Assert.Single(changes, c => c!.Kept.Contains(Admin));
        Assert.Single(changes, c => c!.Taken.Contains(Admin));
    }

    private static Task<GrantChange?> ReplaceAsync(AccessData data, PersonId person, params IReadOnlyCollection<Grant> given) =>
        data.Mapped.ReplaceAsync(person, given, _ => AccessData.Audit("person.map-groups"), CancellationToken.None);

    private static HashSet<Grant> Set(params IEnumerable<Grant> grants) => [.. grants];
}

public sealed class MappedGrantOnSqlite : MappedGrantContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class MappedGrantOnSqlServer : MappedGrantContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
