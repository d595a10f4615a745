using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Each of three nodes is told to end, ends and is started again, while pages come in. Behind a balancer nobody who pages notices anything. A program
/// that comes to a node as it shuts may find its door shut or its connection broken: asked again by its key, no page is lost and none goes out twice.
/// </summary>
public abstract class RollingRestartContract
{
    private static readonly TimeSpan Pace = Sizes.Pace(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nodes_are_restarted_one_by_one_and_every_page_goes_out_once_and_soon()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var nodes = new ThreeNodes(hospital, own: new Dictionary<string, string> { ["OnCall__Stop__LeaveSeconds"] = "4" });
        await nodes.StartAsync();
        await Ward.SetUpAsync(nodes.A, waitSeconds: 7200);
        var tale = new Tale($"{hospital.Provider}: three nodes restarted one by one, a page each {Pace.TotalMilliseconds} ms");
        await using var balancer = new Balancer(nodes.Doors);
        var takers = new Takers(hospital, nodes.Doors);
        using var balanced = new PageLoad(balancer.DoorFor, Ward.Roles, "urgent", "balanced") { Heard = takers.Hear };
        using var heedless = new PageLoad(nodes.Doors, Ward.Roles, "urgent", "heedless");

        await balanced.WarmAsync();
        balanced.Begin(Pace);
        heedless.Begin(Pace);
        await balanced.MoreAsync(10);
        foreach (var node in new[] { nodes.Worker, nodes.A, nodes.B })
        {
            tale.Note(nodes.NameOf(node), $"is told to end; {balanced.Accepted.Count} and {heedless.Accepted.Count} pages so far");
            var code = await node.EndAsync(Cancel);
            tale.Note(nodes.NameOf(node), $"has ended with {code}");
            Assert.Equal(0, code);
            await LiveHospital.StartAsync(node);
            tale.Note(nodes.NameOf(node), "is ready again");
            await balanced.MoreAsync(10);
        }

        await Task.WhenAll(balanced.EndAsync(), heedless.EndAsync());
        await takers.EndAsync();
        await Ward.AllSentAsync(hospital, Patience);

        var trail = await Trail.ReadAsync(hospital, nodes);
        tale.Print($"{balanced.Accepted.Count} pages through the balancer: {balanced.Told()}; {takers.Taken.Count} of them taken past it", $"{heedless.Accepted.Count} pages past it: {heedless.Told()}", $"sent by {trail.Shares}", $"the latest first message after {trail.LatestFirst.TotalSeconds:F1} s");
        trail.NothingWasLost(balanced, heedless);
        PagesRules.TakenIsQuiet(trail, takers.Taken);
        Assert.Equal(trail.Pages.Count, trail.Arrivals.Count);
        Assert.Equal(trail.Pages.Count, trail.Arrivals.Select(a => a.Page).Distinct().Count());
        Assert.DoesNotContain(trail.Arrivals, a => a.SaysRepeat);
        Assert.Equal("201", Assert.Single(balanced.Answers).Key);
        Assert.Empty(heedless.Answers.Keys.Except(["200", "201", "503", "refused", "broken off"]));
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
