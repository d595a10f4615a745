using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using NodaTime;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Programs that page through several nodes. Whatever is not answered with a page is sent again, by the same key.
/// </summary>
/// <param name="doorFor">The node that gets a page's first try, and the next that gets its second.</param>
/// <param name="name">What the keys begin with.</param>
internal sealed class PageLoad(Func<int, NodeProcess> doorFor, IReadOnlyList<string> roles, string urgency, string name = "page") : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<string, AcceptedPage> _accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private Task? _flow;

    /// <summary>By turns, whatever the nodes say of themselves.</summary>
    public PageLoad(IReadOnlyList<NodeProcess> doors, IReadOnlyList<string> roles, string urgency, string name = "page")
        : this(number => doors[number % doors.Count], roles, urgency, name)
    {
    }

    /// <summary>Who hears of each page that is accepted: the page, the so manieth it is, and its role.</summary>
    public Action<AcceptedPage, int, string>? Heard { get; init; }

    /// <summary>What was answered as accepted.</summary>
    public IReadOnlyCollection<AcceptedPage> Accepted => [.. _accepted.Values];

    /// <summary>Every answer that was seen, and how often: a status, <c>refused</c>, <c>broken off</c>, <c>no answer</c>.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// First pages at each of two nodes, one after the other and then a few at once: what a program, a server or a session of it reads for the first
    /// time takes it longer.
    /// </summary>
    public async Task WarmAsync()
    {
        await AcceptAsync(0);
        await AcceptAsync(1);
        await SendAsync(8, atOnce: 4);
    }

    /// <summary>So many pages, some at a time, as fast as they are taken.</summary>
    public Task SendAsync(int count, int atOnce) => Parallel.ForEachAsync(
        Enumerable.Range(_accepted.Count, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = Cancel }, async (number, _) => await AcceptAsync(number));

    /// <summary>From now on a page each <paramref name="pause"/>, whether those before have been answered or not.</summary>
    public void Begin(TimeSpan pause) => _flow = Task.Run(async () =>
    {
        var (sent, first) = (new List<Task>(), _accepted.Count);
        using var pace = new PeriodicTimer(pause);
        while (!_ending.IsCancellationRequested && await pace.WaitForNextTickAsync(Cancel))
        {
            sent.Add(AcceptAsync(first + sent.Count));
        }

        await Task.WhenAll(sent);
    });

    /// <summary>Sends no more, and waits until each has been accepted.</summary>
    public async Task EndAsync()
    {
        await _ending.CancelAsync();
        await _flow!;
    }

    /// <summary>Waits until so many more have been accepted.</summary>
    public Task MoreAsync(int pages)
    {
        var until = _accepted.Count + pages;
        return Until.TrueAsync(() => _accepted.Count >= until, TimeSpan.FromSeconds(100), () => "Pages are not accepted any more: " + Told(), Cancel);
    }

    public string Told() => string.Join(", ", _answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value} times"));

    public void Dispose() => _ending.Dispose();

    private async Task AcceptAsync(int number)
    {
        var (key, role, asked) = ($"{name}-{number}", roles[number % roles.Count], Clock.Now());
        for (var attempt = 0; ; attempt++)
        {
            var (answer, page) = await TryAsync(doorFor(number + attempt), key, role);
            _answers.AddOrUpdate(answer, 1, (_, times) => times + 1);
            if (page is { } accepted)
            {
                _accepted[key] = new AcceptedPage(accepted.GetProperty("id").GetGuid(), accepted.GetProperty("reference").GetString()!, asked, Clock.Now());
                Heard?.Invoke(_accepted[key], number, role);
                return;
            }

            Assert.True(Clock.Now() - asked < Duration.FromSeconds(100), $"{key} was never accepted: {Told()}");
            await Task.Delay(Again, Cancel);
        }
    }

    private async Task<(string Answer, JsonElement? Page)> TryAsync(NodeProcess door, string key, string role)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(new { role, urgency }) };
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await door.Client.SendAsync(request, limit.Token);
            var status = $"{(int)answer.StatusCode}";
            return answer.IsSuccessStatusCode ? (status, await answer.Content.ReadFromJsonAsync<JsonElement>(limit.Token)) : (status, null);
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            return ("no answer", null);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "refused" : "broken off", null);
        }
    }
}
