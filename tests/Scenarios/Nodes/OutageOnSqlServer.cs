using System.Globalization;
using System.Text.Json;
using NodaTime;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>
/// The server is away for a while under load, as in a restart: whoever sends is told the truth and sends again with the same key, nothing is
/// lost, nor sent twice but what was on its way in that moment, and no page, nor any step of one, is later than the outage and 15 s. <c>ONCALL_OUTAGE_SECONDS=20</c> makes it longer.
/// </summary>
public sealed class OutageOnSqlServer
{
    private const string Role = "ward/by-sms";
    private const string SteppedRole = "ward/by-steps";
    private const string SecondNumber = "+15550103";
    private const int Stepped = 6;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(4);
    private static readonly Duration Allowed = Duration.FromSeconds(15);

    // As long as a provider may take, and the writing down of it.
    private static readonly Duration Written = Duration.FromSeconds(10);
    // Sent in the seconds before the outage, all of these pages' second steps fall due in it.
    private static readonly Duration Step = Duration.FromSeconds(6);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ONCALL_OUTAGE_SECONDS") ?? "8", CultureInfo.InvariantCulture));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_restart_of_the_server_loses_nothing_and_delays_no_page_beyond_it()
    {
        await using var wire = TestDatabase.Wire();
        await using var hospital = await LiveHospital.OpenAsync(TestDatabase.ThroughAsync(wire));
        NodeProcess[] nodes = [hospital.Node(), hospital.Node()];
        await LiveHospital.StartAsync(nodes);
        await SetUpAsync(nodes[0]);

        // What a program and a session read for the first time takes them longer, which is not the outage.
        var warm = new List<Accepted>();
        foreach (var (node, role) in from node in nodes from role in new[] { Role, SteppedRole } select (node, role))
        {
            warm.Add(await AcceptAsync(node, $"first-{warm.Count}", role));
        }

        await Until.TrueAsync(() => warm.All(w => Arrivals(hospital, w.Reference).Count > 0), Patience, () => "The first pages were not sent.", Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var senders = nodes.Select((node, n) => SendAsync(node, $"node{n}", stop.Token)).ToArray();
        await Task.Delay(Before, Cancel);
        var stepped = await Task.WhenAll(Enumerable.Range(0, Stepped).Select(n => AcceptAsync(nodes[n % nodes.Length], $"step-{n}", SteppedRole)));

        var (downAt, began) = (Clock.Now(), TimeProvider.System.GetTimestamp());
        wire.Down();
        await Task.Delay(Outage, Cancel);
        wire.Up();
        var outage = Duration.FromTimeSpan(TimeProvider.System.GetElapsedTime(began));
        await Task.Delay(After, Cancel);
        await stop.CancelAsync();
        var sent = (await Task.WhenAll(senders)).SelectMany(s => s).ToList();
        await Until.TrueAsync(() => sent.All(s => Arrivals(hospital, s.Reference).Count > 0), Patience, () => "Not all that was accepted was sent.", Cancel);

        await Until.TrueAsync(() => stepped.All(s => ToSecond(hospital, s).Count > 0), Patience, () => "Not all steps that fell due meanwhile were taken.", Cancel);

        Assert.Equal(sent.Count + warm.Count + stepped.Length, (await hospital.QueryAsync<PageId>("select page_id from page")).Count);
        Assert.Equal(sent.Count, sent.Select(s => s.Reference).Distinct(StringComparer.Ordinal).Count());
        Assert.All(stepped, s => Assert.Empty(s.Refusals));
        var refused = sent.SelectMany(s => s.Refusals).GroupBy(r => r, StringComparer.Ordinal).Select(g => $"{g.Count()} × {g.Key}").ToList();
        Assert.All(sent.SelectMany(s => s.Refusals), r => Assert.True(r is "503 database-away" or "503 outcome-unknown" or "no answer", r));
        var late = sent.Max(s => Arrivals(hospital, s.Reference)[0].At - s.AskedAt);
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"server away from {downAt:HH:mm:ss.fff} for {outage.TotalSeconds:F1} s; {sent.Count} pages accepted and sent, {sent.Count(s => Arrivals(hospital, s.Reference).Count > 1)} twice; refused meanwhile: {string.Join(", ", refused)}");
        output.WriteLine($"latest first request after its page was first asked for: {late.TotalSeconds:F1} s; after the outage: {sent.Max(s => s.AskedAt < downAt + outage ? (Arrivals(hospital, s.Reference)[0].At - downAt - outage).TotalSeconds : 0):F1} s");
        Assert.All(sent, s => Assert.All(Arrivals(hospital, s.Reference).Skip(1), again =>
        {
            // What came of it could not be written down, since the server went in that moment: rather twice, and said so, than never.
            Assert.Contains("REPEAT", again.Text, StringComparison.Ordinal);
            Assert.InRange(Arrivals(hospital, s.Reference)[0].At, downAt - Written, downAt + Written);
        }));
        Assert.InRange(late, Duration.Zero, outage + Allowed);

        // Asked to be sent a little before they were accepted, from when the step counts.
        var waited = stepped.Select(s => ToSecond(hospital, s)[0].At - s.AskedAt - Step).ToList();
        output.WriteLine($"{stepped.Length} second steps fell due {(stepped[0].AskedAt + Step - downAt).TotalSeconds:F1} s after the server went; taken {waited.Min(w => w.TotalSeconds):F1} to {waited.Max(w => w.TotalSeconds):F1} s after they were due");
        Assert.All(stepped, s => Assert.Single(ToSecond(hospital, s)));
        Assert.All(stepped, s => Assert.InRange(s.AskedAt + Step, downAt, downAt + outage));
        Assert.All(waited, w => Assert.InRange(w, Duration.Zero, outage + Allowed));
    }

    private static async Task SetUpAsync(NodeProcess node)
    {
        await LiveHospital.PersonAsync(node, "S1", "sms:+15550101");
        await LiveHospital.PersonAsync(node, "T1", "sms:+15550102");
        await LiveHospital.PersonAsync(node, "T2", "sms:" + SecondNumber);
        object Tier(int tier, int seconds) => new { waitSeconds = seconds, targets = new[] { new { type = "tier", tier } } };
        await LiveHospital.PutAsync(node, "policies/stepped", new { name = "Stepped", steps = new[] { Tier(1, (int)Step.TotalSeconds), Tier(2, 600) } });
        await LiveHospital.PutAsync(node, "roles/" + Role, new { name = "Ward by SMS" });
        await LiveHospital.PutAsync(node, "roles/" + SteppedRole, new { name = "Ward by steps", policy = "stepped" });
        await LiveHospital.RosterAsync(node, (Role, "S1", 1), (SteppedRole, "T1", 1), (SteppedRole, "T2", 2));
    }

    // One page after the other; what is refused is sent again under its key, until it is accepted.
    private static async Task<List<Accepted>> SendAsync(NodeProcess node, string name, CancellationToken stop)
    {
        var accepted = new List<Accepted>();
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            accepted.Add(await AcceptAsync(node, $"{name}-{n}"));
            await Task.Delay(Pace, Cancel);
        }

        return accepted;
    }

    private static async Task<Accepted> AcceptAsync(NodeProcess node, string key, string role = Role)
    {
        var (asked, refusals) = (Clock.Now(), new List<string>());
        while (true)
        {
            if (await TryAsync(node, key, role, refusals) is { } reference)
            {
                return new(reference, asked, refusals);
            }

            await Task.Delay(Pace, Cancel);
        }
    }

    private static async Task<string?> TryAsync(NodeProcess node, string key, string role, List<string> refusals)
    {
        try
        {
            var (status, body) = await LiveHospital.PageAsync(node, key, role);
            if (status is 200 or 201)
            {
                return body.GetProperty("reference").GetString();
            }

            refusals.Add($"{status} {body.GetProperty("type").GetString()!.Split(':')[^1]}");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException && !Cancel.IsCancellationRequested)
        {
            refusals.Add("no answer");
        }

        return null;
    }

    private static IReadOnlyList<(Instant At, string Text)> ToSecond(LiveHospital hospital, Accepted page) => Arrivals(hospital, page.Reference, SecondNumber);

    private static IReadOnlyList<(Instant At, string Text)> Arrivals(LiveHospital hospital, string reference, string? to = null) =>
    [
        .. hospital.Twilio.Requests.All.Where(r => r.Form["Body"].StartsWith(reference + " ", StringComparison.Ordinal) && (to is null || r.Form["To"] == to))
            .Select(r => (r.At, r.Form["Body"])),
    ];

    private sealed record Accepted(string Reference, Instant AskedAt, List<string> Refusals);
}
