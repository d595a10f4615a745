using System.Text.Json;
using NodaTime;
using OnCall.Data;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>What happens to the notifications that a node held when it was stopped. Providers hold their answers until then.</summary>
internal sealed class StoppedNode : IDisposable
{
    private readonly TaskCompletionSource _providers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LiveHospital _hospital;
    private readonly IReadOnlyList<NodeProcess> _engines;
    private IReadOnlyList<HeldRow> _held = [];
    private Instant _stoppedAt;
    private Instant _continuedAt;
    private long _stopBegan;
    private NodeProcess? _stopped;

    public StoppedNode(LiveHospital hospital, IReadOnlyList<NodeProcess> engines)
    {
        _hospital = hospital;
        _engines = engines;
        hospital.Twilio.Always = _ => new StubAnswer.After(_providers.Task);

        // The last reply before SEND: whoever gets it has nothing left to wait for.
        hospital.Snpp.Hold("MESS", _providers.Task);
    }

    public NodeProcess Stopped => _stopped!;

    public NodeProcess Other => _engines.First(e => e != _stopped);

    private IEnumerable<HeldRow> Sms => _held.Where(h => h.Kind == "Sms");

    private IEnumerable<HeldRow> Pagers => _held.Where(h => h.Kind == "Snpp");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One of the engines has calls of either kind on the wire.</summary>
    public async Task<bool> HoldsEnoughAsync()
    {
        var claims = await ClaimsAsync();
        _stopped = _engines.FirstOrDefault(e => claims.Count(c => c.Kind == "Sms" && e.Is(c.Node)) >= 2 && claims.Any(c => c.Kind == "Snpp" && e.Is(c.Node)));
        return _stopped is not null
            && _hospital.Twilio.Requests.All.Count >= claims.Count(c => c.Kind == "Sms")
            && _hospital.Snpp.Commands.All.Count(c => c.StartsWith("MESS", StringComparison.Ordinal)) >= claims.Count(c => c.Kind == "Snpp");
    }

    /// <summary>Stops it while it is not in the middle of a write: on SQLite the others would wait for that.</summary>
    public async Task StopAsync()
    {
        await _hospital.StopBetweenWritesAsync(Stopped);
        (_stopBegan, _stoppedAt) = (TimeProvider.System.GetTimestamp(), Clock.Now());

        // A message that was claimed and had not left yet is not what this is about.
        _held = [.. (await ClaimsAsync()).Where(c => Stopped.Is(c.Node) && (c.Kind != "Sms" || Requests(c).Count > 0))];
        Assert.Contains(_held, h => h.Kind == "Sms");
        Assert.Contains(_held, h => h.Kind == "Snpp");
        _hospital.Twilio.Always = null;
        _hospital.Snpp.Hold("MESS", null);

        // What the stopped node waits for lies in its sockets from now on.
        _providers.SetResult();
    }

    /// <summary>Everything that was held has been sent by the other node.</summary>
    public Task SentByOtherAsync(TimeSpan longest) => Until.TrueAsync(
        () => Sms.All(h => Requests(h).Any(r => AttemptOf(r) == 2)) && Pagers.All(h => Deliveries(h).Count > 0),
        longest,
        () => "The other node did not take over: " + string.Join(' ', _held.Select(h => h.Reference)),
        Cancel);

    public Task ArrivedAsync(string reference, TimeSpan longest) => Until.TrueAsync(
        () => _hospital.Twilio.Requests.All.Any(r => r.Form["Body"].StartsWith(reference + " ", StringComparison.Ordinal)), longest, () => $"{reference} was not sent.", Cancel);

    public async Task StopLastsAsync(TimeSpan stop)
    {
        if (stop - TimeProvider.System.GetElapsedTime(_stopBegan) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, Cancel);
        }
    }

    /// <summary>Lets it go on, until it works and has said of all that it held that another has it.</summary>
    public async Task ContinueAsync(TimeSpan longest)
    {
        _continuedAt = Clock.Now();
        await Stopped.ContinueAsync();
        await Until.TrueAsync(SweptAsync, longest, () => "The node did not go on: " + string.Join('\n', Stopped.Said), Cancel);
        await Until.TrueAsync(
            () => _held.All(HasSaid),
            longest,
            () => $"The node did not say what came of {string.Join(", ", _held.Where(h => !HasSaid(h)).Select(h => $"{h.Kind} {h.Id}"))}: " + string.Join('\n', Stopped.Said),
            Cancel);
    }

    public void NothingWasStale()
    {
        foreach (var held in Sms)
        {
            var sent = Requests(held);
            Assert.Equal([1, 2], sent.Select(AttemptOf));
            Assert.True(sent[0].At < _stoppedAt && sent[1].At < _continuedAt, "sent while the node was stopped");
            Assert.Contains("REPEAT", sent[1].Form["Body"], StringComparison.Ordinal);
        }

        // The stopped node had a session, but had not said SEND.
        Assert.All(Pagers, held => Assert.Contains("REPEAT", Assert.Single(Deliveries(held)).Text, StringComparison.Ordinal));
    }

    public Task OtherDiesAsync() => Other.KillAsync();

    /// <summary>Shows the trail of one page of each kind, and what its provider got.</summary>
    public async Task PrintAsync()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var stop = (_continuedAt - _stoppedAt).TotalSeconds;
        output.WriteLine($"{_hospital.Provider}: process {Stopped.Id} held {Sms.Count()} SMS and {Pagers.Count()} pager calls, stopped {_stoppedAt:HH:mm:ss.fff} for {stop:F1} s");
        foreach (var held in new[] { Sms.First(), Pagers.First() })
        {
            output.WriteLine($"{held.Reference} ({held.Kind})");
            foreach (var line in await _hospital.QueryAsync<TrailRow>("select at as At, kind as Kind, detail as Detail from page_event where page_id = @page order by seq", new { page = held.Page }))
            {
                output.WriteLine($"  {line.At:HH:mm:ss.fff}  {line.Kind,-12} {line.Detail}");
            }

            foreach (var (at, text) in Requests(held).Select(r => (r.At, $"attempt {AttemptOf(r)}: {r.Form["Body"]}")).Concat(Deliveries(held).Select(d => (d.At, d.Text))))
            {
                output.WriteLine($"  {at:HH:mm:ss.fff}  provider got {text}");
            }
        }
    }

    public void Dispose() => _providers.TrySetResult();

    private Task<IReadOnlyList<HeldRow>> ClaimsAsync() => _hospital.QueryAsync<HeldRow>(
        """
        select n.notification_id as Id, n.page_id as Page, p.reference as Code, n.kind as Kind, n.claimed_by as Node
        from notification n join page p on p.page_id = n.page_id
        where n.state = 'Claimed' and n.attempt = 1 and n.kind in ('Sms', 'Snpp')
        """);

    private IReadOnlyList<ProviderRequest> Requests(HeldRow held) =>
        [.. _hospital.Twilio.Requests.All.Where(r => SentAttempt.Of(r).Notification == $"{held.Id}")];

    private IReadOnlyList<SnppDelivery> Deliveries(HeldRow held) =>
        [.. _hospital.Snpp.Deliveries.All.Where(d => d.Text.StartsWith(held.Reference + " ", StringComparison.Ordinal))];

    private bool HasSaid(HeldRow held) => Stopped.Said.Any(line => line.Contains($"{held.Id}", StringComparison.Ordinal));

    private static int AttemptOf(ProviderRequest request) => SentAttempt.Of(request).Attempt;

    private async Task<bool> SweptAsync()
    {
        using var answer = await Stopped.TryGetAsync("/health/engine", Cancel);
        if (answer is not { IsSuccessStatusCode: true })
        {
            return false;
        }

        var engine = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        return engine.GetProperty("lastSweep").GetDateTimeOffset() > _continuedAt.ToDateTimeOffset();
    }

    private sealed class HeldRow
    {
        public NotificationId Id { get; set; }

        public PageId Page { get; set; }

        public string Code { get; set; } = "";

        public string Reference => "#" + Code;

        public string Kind { get; set; } = "";

        public string Node { get; set; } = "";
    }

    private sealed class TrailRow
    {
        public Instant At { get; set; }

        public string Kind { get; set; } = "";

        public string Detail { get; set; } = "";
    }
}
