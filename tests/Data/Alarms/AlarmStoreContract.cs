using NodaTime;
using OnCall.Domain.Alarms;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Alarms;

public abstract class AlarmStoreContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task An_alarm_is_read_as_it_was_raised()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());

        var alarm = await data.RaisedAsync();

        Assert.Equal([alarm], await data.StandingAsync());
    }

    [Fact]
    public async Task Only_one_stands_for_a_kind_and_subject_and_only_it_is_audited()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());
        var first = await data.RaisedAsync();

        Assert.False(await data.Store.RaiseAsync(data.New(), AlarmData.Audit("alarm.raise"), CancellationToken.None));
        Assert.True(await data.Store.RaiseAsync(data.New(subject: "push"), AlarmData.Audit("alarm.raise"), CancellationToken.None));

        Assert.Equal(2, (await data.StandingAsync()).Count);
        Assert.Contains(first, await data.StandingAsync());
        Assert.Equal(2, await data.AuditedAsync("alarm.raise"));
    }

    [Fact]
    public async Task Many_nodes_that_see_the_same_at_once_raise_it_once()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());

        var raised = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => data.New()).ToList()
            .Select(alarm => Task.Run(() => data.Store.RaiseAsync(alarm, AlarmData.Audit("alarm.raise"), CancellationToken.None))));

        Assert.Single(raised, true);
        Assert.Single(await data.StandingAsync());
        Assert.Equal(1, await data.AuditedAsync("alarm.raise"));
    }

    [Fact]
    public async Task A_cleared_alarm_is_history_and_may_come_again()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());
        var alarm = await data.RaisedAsync();

        Assert.True(await data.ClearAsync(alarm, AlarmData.Now + Duration.FromMinutes(1)));
        Assert.False(await data.ClearAsync(alarm, AlarmData.Now + Duration.FromMinutes(2)));

        Assert.Empty(await data.StandingAsync());
        Assert.Equal([alarm with { ClearedAt = AlarmData.Now + Duration.FromMinutes(1) }], await data.Store.ClearedAsync(10, CancellationToken.None));
        Assert.Equal(1, await data.AuditedAsync("alarm.clear"));
        await data.RaisedAsync();
        Assert.Single(await data.StandingAsync());
    }

    [Fact]
    public async Task What_another_node_has_just_seen_again_is_not_cleared()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());
        var alarm = await data.RaisedAsync();
        var seen = alarm with { LastSeen = AlarmData.Now + Duration.FromSeconds(20), Detail = "SMS: 4 attempts in a row have failed.", Severity = AlarmSeverity.Serious };
        await data.Store.SeeAsync([seen], CancellationToken.None);

        Assert.False(await data.ClearAsync(alarm, AlarmData.Now + Duration.FromSeconds(30)));

        Assert.Equal([seen], await data.StandingAsync());
        await data.Store.SeeAsync([alarm], CancellationToken.None);
        Assert.Equal([seen], await data.StandingAsync());
    }

    [Fact]
    public async Task Old_history_is_deleted_and_what_stands_is_not()
    {
        await using var data = await AlarmData.OnAsync(OpenAsync());
        var old = await data.RaisedAsync(AlarmKind.DiskFull, "alpha");
        await data.ClearAsync(old, AlarmData.Now);
        var younger = await data.RaisedAsync(AlarmKind.Backlog, "pages");
        await data.ClearAsync(younger, AlarmData.Now + Duration.FromDays(1));
        await data.RaisedAsync();

        await data.Store.PurgeAsync(AlarmData.Now + Duration.FromHours(1), CancellationToken.None);

        Assert.Equal(younger.Id, Assert.Single(await data.Store.ClearedAsync(10, CancellationToken.None)).Id);
        Assert.Single(await data.StandingAsync());
    }
}

public sealed class AlarmStoreOnSqlite : AlarmStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class AlarmStoreOnSqlServer : AlarmStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
