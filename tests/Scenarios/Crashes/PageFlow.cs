using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using OnCall.Scenarios.Tests.Nodes;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>
/// Senders that page on and on, as programs do that keep trying with the same key until they are answered, and people of whom some
/// answer by SMS. Providers take their time.
/// </summary>
internal sealed class PageFlow : IDisposable
{
    private const int Senders = 4;

    private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentDictionary<string, Guid> _accepted = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _contradictions = new();
    private readonly LiveHospital _hospital;
    private readonly NodeProcess _node;
    private readonly int _seed;
    private readonly List<Task> _working = [];
    private int _broken;
    private int _replays;

    public PageFlow(LiveHospital hospital, NodeProcess node, int seed)
    {
        _hospital = hospital;
        _node = node;
        _seed = seed;
        var slow = new Random(seed);
        hospital.Twilio.Always = _ =>
        {
            lock (slow)
            {
                return new StubAnswer.After(Task.Delay(slow.Next(300), CancellationToken.None));
            }
        };
    }

    /// <summary>What was answered as accepted: the page by its key.</summary>
    public IReadOnlyDictionary<string, Guid> Accepted => _accepted;

    /// <summary>Keys that were answered with two pages.</summary>
    public IReadOnlyCollection<string> Contradictions => _contradictions;

    /// <summary>How many requests got no answer, because the process died.</summary>
    public int Broken => Volatile.Read(ref _broken);

    /// <summary>How many of those had been accepted all the same, and were answered so when they were sent again.</summary>
    public int Replays => Volatile.Read(ref _replays);

    public void Begin()
    {
        for (var sender = 0; sender < Senders; sender++)
        {
            var number = sender;
            _working.Add(Task.Run(() => SendAsync(number)));
        }

        _working.Add(Task.Run(AnswerAsync));
    }

    /// <summary>One page more, beside those of the senders.</summary>
    public void SendOne(int number) => _working.Add(Task.Run(() => AcceptAsync(string.Create(CultureInfo.InvariantCulture, $"one-{number}-s"), CrashWard.SmsRole, null)));

    /// <summary>Sends no more, and waits until everyone who has begun something is done with it.</summary>
    public async Task EndAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_working);
        foreach (var (key, page) in _accepted.OrderBy(a => a.Key, StringComparer.Ordinal).Take(50))
        {
            await AcceptAsync(key, RoleOf(key), page);
        }
    }

    public void Dispose() => _ending.Dispose();

    private static string RoleOf(string key) => key.EndsWith('p') ? CrashWard.PagerRole : CrashWard.SmsRole;

    private async Task SendAsync(int sender)
    {
        var random = new Random(_seed + 100 + sender);
        for (var number = 0; !_ending.IsCancellationRequested; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{sender}-{number}-{(random.Next(3) == 0 ? 'p' : 's')}");
            await AcceptAsync(key, RoleOf(key), null);

            // The pace of a busy hospital's senders, times a hundred.
            await Task.Delay(random.Next(150, 500), CancellationToken.None);
        }
    }

    // An accepted page is never given up, so that the run's end must not cut it short.
    private async Task AcceptAsync(string key, string role, Guid? before)
    {
        for (var broke = false; ; broke = true)
        {
            try
            {
                var (status, page) = await LiveHospital.PageAsync(_node, key, role);
                if (status is 200 or 201)
                {
                    Take(key, page, before, replay: broke && status == 200);
                    return;
                }

                Assert.True(status >= 500, $"{key} was answered {status}: {page}");
            }
            catch (Exception error) when (error is HttpRequestException or IOException or JsonException || error is OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref _broken);
                await _node.ReadyAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    private void Take(string key, JsonElement page, Guid? before, bool replay)
    {
        var id = page.GetProperty("id").GetGuid();
        if ((before ?? _accepted.GetOrAdd(key, id)) != id)
        {
            _contradictions.Enqueue(key);
        }

        if (replay)
        {
            Interlocked.Increment(ref _replays);
        }
    }

    // Of three pages by SMS one is taken, one passed on by the first who is asked, and one not answered at all.
    private async Task AnswerAsync()
    {
        var random = new Random(_seed + 200);
        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var seen = 0; !_ending.IsCancellationRequested; seen++)
        {
            try
            {
                var arrived = (await _hospital.Twilio.Requests.WaitAsync(seen + 1, _ending.Token))[seen];
                var (number, body) = (arrived.Form["To"], arrived.Form["Body"]);
                var choice = random.Next(3);
                if (choice < 2 && body.Contains(" Reply ", StringComparison.Ordinal) && number is CrashWard.FirstNumber or CrashWard.SecondNumber && answered.Add(number + body[..5]))
                {
                    await ReplyAsync(number, $"{body.Split(' ')[0]} {(choice == 0 ? "Y" : "N")}", $"SM{seen:x32}");
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // As the provider does it: the same message again until it is answered.
    private async Task ReplyAsync(string from, string text, string sid)
    {
        while (true)
        {
            try
            {
                using var request = TwilioWebhook.Post(
                    LiveHospital.AuthToken, LiveHospital.PublicUrl + "/webhooks/twilio/sms", "/webhooks/twilio/sms", TwilioWebhook.Sms(from, text, sid));
                using var answer = await _node.Client.SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException || error is OperationCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                await _node.ReadyAsync(TestContext.Current.CancellationToken);
            }
        }
    }
}
