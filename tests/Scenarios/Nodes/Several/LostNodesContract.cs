using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// While pages come in, one of three nodes is frozen and one is killed and started again, so that one is left alone for a while. What may never
/// happen is looked for in the trails and in what the providers got. <c>ONCALL_STOP_SECONDS=30</c> freezes for longer.
/// </summary>
public abstract class LostNodesContract
{
    private const int Wait = 5;
    private static readonly TimeSpan Pace = Sizes.Pace(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task One_node_is_killed_and_one_frozen_and_every_page_goes_its_way_on_time()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var nodes = new ThreeNodes(hospital);
        await nodes.StartAsync();
        var onShiftUntil = await Ward.SetUpAsync(nodes.A, Wait);
        Ward.IsSlow(hospital.Twilio);
        var tale = new Tale($"{hospital.Provider}: a page each {Pace.TotalMilliseconds} ms; the worker frozen for {Sizes.Stop.TotalSeconds} s, b killed meanwhile");
        var takers = new Takers(hospital, nodes.Doors);
        using var load = new PageLoad(nodes.Doors, Ward.Roles, "urgent") { Heard = takers.Hear };

        await load.WarmAsync();
        load.Begin(Pace);
        await load.MoreAsync(20);
        await hospital.StopBetweenWritesAsync(nodes.Worker);
        var frozen = Clock.Now();
        tale.Note(frozen, "worker", $"is frozen; {load.Accepted.Count} pages so far");
        await load.MoreAsync(10);
        var killed = Clock.Now();
        await nodes.B.KillAsync();
        tale.Note(killed, "b", $"is killed; {load.Accepted.Count} pages so far");
        await load.MoreAsync(10);
        await LiveHospital.StartAsync(nodes.B);
        tale.Note("b", $"is ready again; {load.Accepted.Count} pages so far");
        await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (Sizes.Stop - (Clock.Now() - frozen).ToTimeSpan()).Ticks)), Cancel);
        await nodes.Worker.ContinueAsync();
        tale.Note("worker", $"goes on; {load.Accepted.Count} pages so far");
        await load.MoreAsync(10);
        await load.EndAsync();
        await takers.EndAsync();
        await Ward.AllAtDeskAsync(hospital, Patience);
        await Ward.AllSentAsync(hospital, Patience);
        Assert.True(Clock.Now() < onShiftUntil, "The story took longer than the shifts in it.");

        var trail = await Trail.ReadAsync(hospital, nodes);
        var again = trail.Arrivals.GroupBy(a => a.What).Where(g => g.Count() > 1).ToList();
        tale.Add(trail, trail.Pages.FirstOrDefault(p => again.Any(g => g.First().Page == p.Page.Value)) ?? trail.Pages[0]);
        tale.Print(
            $"{load.Accepted.Count} pages accepted: {load.Told()}; {takers.Taken.Count} of them taken, at the other node",
            $"sent by {trail.Shares}; {again.Count} of {trail.Arrivals.Count - again.Sum(g => g.Count() - 1)} messages went out again, as REPEAT",
            $"the latest first message after {trail.LatestFirst.TotalSeconds:F1} s; {PagesRules.Told(trail, Duration.FromSeconds(Wait))}");
        trail.NothingWasLost(load);
        PagesRules.StepsWereOnTime(trail, Duration.FromSeconds(Wait), takers.Taken);
        PagesRules.TakenIsQuiet(trail, takers.Taken);
        PagesRules.OnlyThoseOnShiftWereAsked(trail);
        PagesRules.RepeatsWereOf(again, new Dictionary<string, Instant> { ["worker"] = frozen, ["b"] = killed });
    }
}

public sealed class LostNodesOnSqlite : LostNodesContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class LostNodesOnSqlServer : LostNodesContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
