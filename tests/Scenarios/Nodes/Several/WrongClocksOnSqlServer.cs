using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// One node five minutes ahead and one five behind, as processes whose machines' clocks are wrong. On the server alone: with SQLite there is no
/// clock but the machine's.
/// </summary>
public sealed class WrongClocksOnSqlServer
{
    private const int Wait = 5;
    private static readonly TimeSpan s_pace = Sizes.Pace(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("b", "worker")]
    [InlineData("worker", "a")]
    public async Task Nodes_whose_clocks_are_five_minutes_off_ask_whom_the_others_ask_and_when(string ahead, string behind)
    {
        WrongClock.MustBeThere();
        await using var hospital = await LiveHospital.OpenAsync(TestDatabase.SqlServerAsync());
        var nodes = new ThreeNodes(hospital, new Dictionary<string, Duration> { [ahead] = Duration.FromMinutes(5), [behind] = -Duration.FromMinutes(5) });
        await nodes.StartAsync();
        var onShiftUntil = await Ward.SetUpAsync(nodes.A, Wait);
        var tale = new Tale($"{hospital.Provider}: {ahead} five minutes ahead, {behind} five minutes behind, a page each {s_pace.TotalMilliseconds} ms");
        var takers = new Takers(hospital, nodes.Doors);
        using var load = new PageLoad(nodes.Doors, Ward.Roles, "urgent") { Heard = takers.Hear };

        await load.WarmAsync();
        load.Begin(s_pace);
        await load.MoreAsync(40);
        await load.EndAsync();
        await takers.EndAsync();
        await Ward.AllAtDeskAsync(hospital, Patience);
        await Ward.AllSentAsync(hospital, Patience);
        Assert.True(Clock.Now() < onShiftUntil, "The story took longer than the shifts in it.");

        var trail = await Trail.ReadAsync(hospital, nodes);
        tale.Add(trail, trail.Pages.First(p => trail.Arrivals.First(a => a.Page == p.Page.Value).Node == ahead));
        tale.Add(trail, trail.Pages.First(p => trail.Arrivals.First(a => a.Page == p.Page.Value).Node == behind));
        tale.Print(
            $"{load.Accepted.Count} pages accepted: {load.Told()}; {takers.Taken.Count} of them taken, at the other node",
            $"sent by {trail.Shares}; the latest first message after {trail.LatestFirst.TotalSeconds:F1} s; {PagesRules.Told(trail, Duration.FromSeconds(Wait))}");
        trail.NothingWasLost(load);
        PagesRules.StepsWereOnTime(trail, Duration.FromSeconds(Wait), takers.Taken);
        PagesRules.TakenIsQuiet(trail, takers.Taken);
        PagesRules.OnlyThoseOnShiftWereAsked(trail);
        Assert.Equal(trail.Arrivals.Count, trail.Arrivals.Select(a => a.What).Distinct().Count());
        Assert.DoesNotContain(trail.Arrivals, a => a.SaysRepeat && a.To != "+15550109");
    }
}
