using System.Text.Json;
using NodaTime;
using OnCall.Scenarios.Tests.Nodes;
using Xunit;

namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>Kills a node at random moments, some of them while it starts, and measures how soon it works again.</summary>
internal sealed class Crasher(LiveHospital hospital, NodeProcess node, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Instant> _kills = [];
    private readonly List<Resumption> _resumed = [];

    public IReadOnlyList<Instant> Kills => _kills;

    public IReadOnlyList<Resumption> Resumed => _resumed;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Kills so many times while pages flow; the last restart is left alone until it has caught up.</summary>
    public async Task RunAsync(int crashes, PageFlow flow)
    {
        for (var crash = 1; crash <= crashes; crash++)
        {
            await WorkAsync(flow);

            // A sender is in the very act: accepted or not, it has not been told.
            flow.SendOne(crash);
            await Task.Delay(_random.Next(60), Cancel);
            var (dead, killed) = ($"%/{node.Id}/%", TimeProvider.System.GetTimestamp());
            _kills.Add(Clock.Now());
            await node.KillAsync();
            var (launch, launched) = (TimeProvider.System.GetTimestamp(), Clock.Now());
            node.Start();
            if (crash < crashes && _random.Next(6) == 0)
            {
                // While it starts, and recovers its file.
                await Task.Delay(_random.Next(1000), Cancel);
                continue;
            }

            await node.ReadyAsync(Cancel);
            var start = TimeProvider.System.GetElapsedTime(launch);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var watching = WatchAsync(start, dead, killed, launched, cut.Token);

            // Most are killed again before all has gone on; some, and the last, are let go on until it has.
            if (crash == crashes || crash % 20 == 0)
            {
                await watching;
            }
            else
            {
                await WorkAsync(flow);
                await cut.CancelAsync();
            }

            _resumed.Add(await watching);
        }
    }

    // Until so many pages have been accepted, or messages sent, and a moment more.
    private async Task WorkAsync(PageFlow flow)
    {
        var (sent, accepted, more) = (hospital.Twilio.Requests.All.Count, flow.Accepted.Count, _random.Next(1, 20));
        await Until.TrueAsync(
            () => hospital.Twilio.Requests.All.Count - sent + flow.Accepted.Count - accepted >= more, TimeSpan.FromSeconds(60), () => "Nothing flows.", Cancel);
    }

    private async Task<Resumption> WatchAsync(TimeSpan start, string dead, long killed, Instant launched, CancellationToken cut)
    {
        var ready = TimeProvider.System.GetTimestamp();
        var sweep = TimeOf(ready, HasSweptAsync, cut);
        var due = TimeOf(ready, () => NoneAsync("state = 'Pending' and due_at <= @launched", new { launched }), cut);
        var claims = TimeOf(killed, () => NoneAsync("state = 'Claimed' and claimed_by like @dead", new { dead }), cut);
        return new Resumption(start, await sweep, await due, await claims);
    }

    private static async Task<TimeSpan?> TimeOf(long since, Func<Task<bool>> isSo, CancellationToken cut)
    {
        try
        {
            await Until.TrueAsync(isSo, TimeSpan.FromSeconds(60), () => "Work did not go on.", cut);
            return TimeProvider.System.GetElapsedTime(since);
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<bool> NoneAsync(string where, object parameters) =>
        (await hospital.QueryAsync<int>($"select count(*) from notification where {where}", parameters))[0] == 0;

    private async Task<bool> HasSweptAsync()
    {
        using var answer = await node.TryGetAsync("/health/engine", Cancel);
        return answer is { IsSuccessStatusCode: true }
            && JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("lastSweep").ValueKind == JsonValueKind.String;
    }
}
