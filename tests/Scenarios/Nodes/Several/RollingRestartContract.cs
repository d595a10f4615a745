using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>Each of three nodes is told to end, ends and is started again, while pages come in: nobody who pages notices more than a door that is shut.</summary>
public abstract class RollingRestartContract
{
    private static readonly TimeSpan Pace = Sizes.Pace(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nodes_are_restarted_one_by_one_and_every_page_goes_out_once_and_soon()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var nodes = new ThreeNodes(hospital);
        await nodes.StartAsync();
        await Ward.SetUpAsync(nodes.A, waitSeconds: 7200);
        var tale = new Tale($"{hospital.Provider}: three nodes restarted one by one, a page each {Pace.TotalMilliseconds} ms");
        using var load = new PageLoad(nodes.Doors, Ward.Roles, "urgent");

        await load.WarmAsync();
        load.Begin(Pace);
        await load.MoreAsync(20);
        foreach (var node in new[] { nodes.Worker, nodes.A, nodes.B })
        {
            tale.Note(nodes.NameOf(node), $"is told to end; {load.Accepted.Count} pages so far");
            var code = await node.EndAsync(Cancel);
            tale.Note(nodes.NameOf(node), $"has ended with {code}");
            Assert.Equal(0, code);
            await LiveHospital.StartAsync(node);
            tale.Note(nodes.NameOf(node), "is ready again");
            await load.MoreAsync(20);
        }

        await load.EndAsync();
        await Ward.AllSentAsync(hospital, Patience);

        var trail = await Trail.ReadAsync(hospital, nodes);
        tale.Print($"{load.Accepted.Count} pages accepted: {load.Told()}", $"sent by {trail.Shares}", $"the latest first message after {trail.LatestFirst.TotalSeconds:F1} s");
        trail.NothingWasLost(load);
        Assert.Equal(trail.Pages.Count, trail.Arrivals.Count);
        Assert.Equal(trail.Pages.Count, trail.Arrivals.Select(a => a.Page).Distinct().Count());
        Assert.DoesNotContain(trail.Arrivals, a => a.SaysRepeat);
        Assert.Empty(load.Answers.Keys.Except(["200", "201", "503", "refused"]));
    }
}

public sealed class RollingRestartOnSqlite : RollingRestartContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class RollingRestartOnSqlServer : RollingRestartContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
