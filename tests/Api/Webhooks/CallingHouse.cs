using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OnCall.Api.Tests.Rosters;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;

namespace OnCall.Api.Tests.Webhooks;

/// <summary>The whole program with a stubbed telephone network. Vera, who has only a telephone, is on first; Ben is second.</summary>
internal sealed class CallingHouse : IAsyncDisposable
{
    public const string Vera = "+15557001";
    public const string Token = "calling-token-0000";
    private const string PublicUrl = "https://oncall.example.org";
    private int _keys;

    private CallingHouse(ApiHost host, StubTwilio twilio, LogLines logs) => (Host, Twilio, Logs) = (host, twilio, logs);

    public ApiHost Host { get; }

    public StubTwilio Twilio { get; }

    /// <summary>Everything that the program logged, down to trace.</summary>
    public LogLines Logs { get; }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public static async Task<CallingHouse> OpenAsync(string language = "en", bool closed = false, bool engine = false, Action<IServiceCollection>? services = null)
    {
        var (twilio, logs) = (await StubTwilio.StartAsync(), new LogLines());
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:PublicUrl"] = closed ? null : PublicUrl,
            ["OnCall:Channels:Twilio:BaseUrl"] = twilio.BaseUrl,
            ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
            ["OnCall:Channels:Twilio:AuthToken"] = Token,
            ["OnCall:Channels:Twilio:From"] = "+15550000",
            ["OnCall:Channels:Twilio:Callbacks"] = closed ? "false" : null,
            ["Logging:LogLevel:Default"] = "Trace",
        };
        var host = await ApiHost.StartAsync(engine, settings, s =>
        {
            s.AddSingleton<ILoggerProvider>(logs);
            services?.Invoke(s);
        });
        var house = new CallingHouse(host, twilio, logs);
        await house.FillAsync(language);
        return house;
    }

    /// <summary>Pages the role and lets what is due go out.</summary>
    public async Task<JsonElement> PageAsync(string urgency = "urgent", string more = "")
    {
        var sent = await SendAsync(urgency, more);
        await WorkAsync();
        return sent;
    }

    /// <summary>Pages the role and leaves the rest to the engine.</summary>
    public async Task<JsonElement> SendAsync(string urgency = "urgent", string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages")
        {
            Content = JsonRequests.Body($$"""{"role":"cardiology","urgency":"{{urgency}}","callback":"555 0199"{{more}}}"""),
        };
        request.Headers.Add("Idempotency-Key", $"calling-key-{++_keys}");
        return await (await Host.Admin.SendAsync(request, Cancel)).ReadAsync();
    }

    /// <summary>Waits until the page's trail tells of a call so.</summary>
    public async Task EventAsync(JsonElement page, string kind)
    {
        while (!(await ReadAsync(page)).At("events").EnumerateArray().Any(e => e.Text("kind") == kind && e.Text("channel") == "voice"))
        {
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }
    }

    public async Task<JsonElement> ReadAsync(JsonElement page) => await (await Host.Admin.GetPathAsync("/api/v1/pages/" + page.Text("id"))).ReadAsync();

    /// <summary>The path and query of a webhook that the nth call carries, as its form field of that name has it.</summary>
    public string PathOf(int call, string field) => new Uri(Twilio.Calls[call].Form[field]).PathAndQuery;

    /// <summary>Vera answers the call, or presses a key in it; answers what she hears.</summary>
    public async Task<string> HearAsync(string? digits = null, string answeredBy = "human", int call = 0)
    {
        using var answer = await PostAsync(PathOf(call, "Url"), TwilioWebhook.Call(StubTwilio.CallSid(call + 1), Vera, digits, answeredBy));
        answer.EnsureSuccessStatusCode();
        Xunit.Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    public async Task StatusAsync(string status, int call = 0)
    {
        using var answer = await PostAsync(PathOf(call, "StatusCallback"), TwilioWebhook.CallStatus(StubTwilio.CallSid(call + 1), status));
        answer.EnsureSuccessStatusCode();
        await WorkAsync();
    }

    /// <summary>A post as the provider signs it, unless another token is given.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IReadOnlyDictionary<string, string> fields, string token = Token)
    {
        using var request = TwilioWebhook.Post(token, PublicUrl + path, path, fields);
        return await Host.Anonymous.SendAsync(request, Cancel);
    }

    /// <summary>Does what is due, as the engine would.</summary>
    public async Task WorkAsync()
    {
        var sender = Host.Services.GetRequiredService<SendNotifications>();
        await Host.Services.GetRequiredService<SweepEscalations>().RunAsync(Cancel);
        foreach (var kind in Enum.GetValues<ContactMethodKind>())
        {
            foreach (var claimed in await sender.ClaimAsync(kind, Urgency.Routine, 100, Cancel))
            {
                await sender.SendAsync(claimed, Cancel);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
    }

    private async Task FillAsync(string language)
    {
        await Host.Admin.PutAsync("/api/v1/people/V1", $$"""{"name":"Dr Vera","language":"{{language}}","contactMethods":[{"kind":"voice","address":"{{Vera}}","verified":true}]}""");
        await Host.Admin.PutAsync("/api/v1/people/B1", """{"name":"Dr Ben","contactMethods":[{"kind":"sms","address":"+15557002","verified":true}]}""");
        await Host.Admin.PutAsync("/api/v1/roles/cardiology", """{"name":"Cardiology – duty physician"}""");
        const string Roster = "cardiology,V1,2026-11-23T08:00Z,2026-11-24T08:00Z,1\ncardiology,B1,2026-11-23T08:00Z,2026-11-24T08:00Z,2\n";
        (await Host.UploadAsync(RosterRequests.Headings + Roster, "publish=true")).EnsureSuccessStatusCode();
    }

    internal sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Holds nothing but text.
        }
    }
}
