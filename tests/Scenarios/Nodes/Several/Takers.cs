using System.Collections.Concurrent;
using System.Net.Http.Json;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Of each third page that is accepted: whoever it asks first takes it, once it has reached them, at the node that did not accept it. What is not
/// answered is pressed again.
/// </summary>
internal sealed class Takers(LiveHospital hospital, IReadOnlyList<NodeProcess> doors)
{
    private const int Each = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private readonly ConcurrentDictionary<Guid, Instant> _taken = new();
    private readonly ConcurrentBag<Task> _taking = [];

    /// <summary>What was answered as taken, and when.</summary>
    public IReadOnlyDictionary<Guid, Instant> Taken => _taken;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Hears of a page that was accepted, the so manieth, for that role.</summary>
    public void Hear(AcceptedPage page, int number, string role)
    {
        if (number % Each == 0)
        {
            _taking.Add(TakeAsync(page, number + 1, role == Ward.Roles[0] ? "S1" : "P1"));
        }
    }

    /// <summary>Waits until each has been taken.</summary>
    public Task EndAsync() => Task.WhenAll(_taking);

    private async Task TakeAsync(AcceptedPage page, int door, string by)
    {
        await Until.TrueAsync(() => HasReached(page), Patience, () => $"{page.Reference} has reached nobody.", Cancel);
        await Until.TrueAsync(() => TryAsync(doors[door++ % doors.Count], page.Id, by), Patience, () => $"{page.Reference} was never taken.", Cancel);
        _taken[page.Id] = Clock.Now();
    }

    private bool HasReached(AcceptedPage page) =>
        hospital.Twilio.Requests.All.Any(r => r.Form.GetValueOrDefault("Body", "").StartsWith(page.Reference + " ", StringComparison.Ordinal))
        || hospital.Snpp.Deliveries.All.Any(d => d.Text.StartsWith(page.Reference + " ", StringComparison.Ordinal));

    private static async Task<bool> TryAsync(NodeProcess door, Guid page, string by)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            using var answer = await door.Client.PostAsJsonAsync($"/api/v1/pages/{page}/acknowledge", new { by }, limit.Token);
            Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode >= 500, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(limit.Token)}");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException && !Cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
