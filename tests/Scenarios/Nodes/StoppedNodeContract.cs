using System.Globalization;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>
/// Two engines over one database, one of which is stopped (<c>kill -STOP</c>) while it holds claims: the other takes over when they end,
/// and the stopped one sends nothing stale when it goes on. <c>ONCALL_STOP_SECONDS=30</c> makes the stop longer.
/// </summary>
public abstract class StoppedNodeContract
{
    private const string SmsRole = "ward/by-sms";
    private const string PagerRole = "ward/by-pager";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Stop =
        TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ONCALL_STOP_SECONDS") ?? "12", CultureInfo.InvariantCulture));

    private int _keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_stopped_full_node_is_stood_in_for_by_another_and_sends_nothing_stale_when_it_goes_on()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        NodeProcess[] nodes = [hospital.Node(), hospital.Node()];
        await RunAsync(hospital, nodes[0], nodes);
    }

    [Fact]
    public async Task A_stopped_worker_is_stood_in_for_by_another_while_a_node_without_engine_serves()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var api = hospital.Node(engine: false);
        NodeProcess[] workers = [hospital.Node(engine: false, "worker"), hospital.Node(engine: false, "worker")];
        await IsOnlyAnEngineAsync(await RunAsync(hospital, api, workers));
    }

    /// <summary>Answers the engine that was stopped, and is the only one in the end.</summary>
    private async Task<NodeProcess> RunAsync(LiveHospital hospital, NodeProcess first, IReadOnlyList<NodeProcess> engines)
    {
        await LiveHospital.StartAsync([first, .. engines.Where(e => e != first)]);
        await SetUpAsync(first);
        using var story = new StoppedNode(hospital, engines);
        while (!await story.HoldsEnoughAsync())
        {
            await SendAsync(first, SmsRole);
            await SendAsync(first, PagerRole);
        }

        await story.StopAsync();
        var api = first == story.Stopped ? story.Other : first;
        var meanwhile = await SendAsync(api, SmsRole);
        await story.SentByOtherAsync(Patience);
        await story.ArrivedAsync(meanwhile, Patience);
        await story.StopLastsAsync(Stop);
        await story.ContinueAsync(Patience);

        await story.PrintAsync();
        story.NothingWasStale();
        await story.OtherDiesAsync();
        await story.ArrivedAsync(await SendAsync(first == story.Other ? story.Stopped : first, SmsRole), Patience);
        return story.Stopped;
    }

    private static async Task SetUpAsync(NodeProcess node)
    {
        await LiveHospital.PersonAsync(node, "S1", "sms:+15550101");
        await LiveHospital.PersonAsync(node, "P1", "snpp:4711");
        await LiveHospital.PutAsync(node, "roles/" + SmsRole, new { name = "Ward by SMS" });
        await LiveHospital.PutAsync(node, "roles/" + PagerRole, new { name = "Ward by pager" });
        await LiveHospital.RosterAsync(node, (SmsRole, "S1", 1), (PagerRole, "P1", 1));
    }

    /// <summary>Answers the new page's reference.</summary>
    private async Task<string> SendAsync(NodeProcess node, string role)
    {
        var (status, page) = await LiveHospital.PageAsync(node, $"k{++_keys}", role);
        Assert.Equal(201, status);
        return page.GetProperty("reference").GetString()!;
    }

    private static async Task IsOnlyAnEngineAsync(NodeProcess worker)
    {
        foreach (var (path, status) in new[] { ("/health/live", 200), ("/health/ready", 200), ("/api/v1/pages", 404), ("/sign-in", 404), ("/", 404), ("/webhooks/twilio/sms", 404) })
        {
            using var answer = await worker.TryGetAsync(path, Cancel);
            Assert.Equal((path, status), (path, (int?)answer?.StatusCode));
        }
    }
}

public sealed class StoppedNodeOnSqlite : StoppedNodeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class StoppedNodeOnSqlServer : StoppedNodeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
