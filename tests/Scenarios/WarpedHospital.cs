using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Retention;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using OnCall.Testing.Providers;
using Xunit;

namespace OnCall.Scenarios.Tests;

/// <summary>
/// The whole program over HTTP, on SQLite, with stubbed providers and a clock that only the test moves. The engine's own alarm is off:
/// <see cref="PassAsync"/> goes from due time to due time and lets the engine's use cases work there, so that half an hour takes milliseconds.
/// </summary>
public sealed class WarpedHospital : IAsyncDisposable
{
    public const string AuthToken = "scenario-token-0000";
    public const string PublicUrl = "https://oncall.example.org";
    private const string AdminKey = "scenario-bootstrap-key-0123456789";
    private readonly DirectoryInfo _folder;
    private readonly TestDatabase? _database;
    private readonly WebApplicationFactory<Program> _factory;
    private readonly Dictionary<string, HttpClient> _people = [];

    private WarpedHospital(DirectoryInfo folder, FakeClock clock, StubTwilio twilio, StubSnpp snpp, ILoggerProvider? logs, TestDatabase? database)
    {
        _folder = folder;
        _database = database;
        Clock = clock;
        Twilio = twilio;
        Snpp = snpp;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Production")
            .UseSetting("OnCall:DataDirectory", _folder.FullName)
            .UseSettings(database?.Settings)
            .UseSetting("OnCall:BootstrapApiKey", AdminKey)
            .UseSetting("OnCall:PublicUrl", PublicUrl)
            .UseSetting("OnCall:Scheduler:InProcess", "false")
            .UseSetting("OnCall:Watch:Enabled", "false")
            .UseSetting("OnCall:SelfTest:Enabled", "false")
            .UseSetting("OnCall:Stop:LeaveSeconds", "0")
            .UseSetting("OnCall:Channels:Twilio:BaseUrl", twilio.BaseUrl)
            .UseSetting("OnCall:Channels:Twilio:AccountSid", TwilioWebhook.AccountSid)
            .UseSetting("OnCall:Channels:Twilio:AuthToken", AuthToken)
            .UseSetting("OnCall:Channels:Twilio:From", "+15550000")
            .UseSetting("OnCall:Channels:Snpp:Host", StubSnpp.Host)
            .UseSetting("OnCall:Channels:Snpp:Port", snpp.Port.ToString(CultureInfo.InvariantCulture))
            .ConfigureLogging(l =>
            {
                if (logs is not null)
                {
                    l.SetMinimumLevel(LogLevel.Trace).AddProvider(logs).AddFilter(static _ => true);
                }
            })
            .ConfigureTestServices(services => services.AddSingleton<IClock>(clock)));
        Admin = ClientOf(AdminKey);
    }

    /// <summary>Null where the database is a file.</summary>
    public string? ServerConnectionString => _database?.ConnectionString;

    /// <summary>What the program keeps on disk: the database with its log, keys, papers.</summary>
    public string DataDirectory => _folder.FullName;

    public FakeClock Clock { get; }

    public StubTwilio Twilio { get; }

    public StubSnpp Snpp { get; }

    public HttpClient Admin { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="logs">Hears everything that the program logs.</param>
    public static async Task<WarpedHospital> OpenAsync(ILoggerProvider? logs = null)
    {
        var clock = new FakeClock();
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-scenario-");
        return new WarpedHospital(folder, clock, await StubTwilio.StartAsync(), StubSnpp.Start(), logs, await TestDatabase.ForProgramAsync(folder.FullName));
    }

    /// <summary>Puts a person with verified contact methods (<c>sms:+1555…</c>, <c>snpp:42</c>) into the directory.</summary>
    public async Task<HttpClient> PersonAsync(string employeeNo, string name, string[] methods, params string[] permissions)
    {
        var given = permissions.Prepend("staff").Distinct(StringComparer.Ordinal).Select(p => new { permission = p }).ToArray();
        (await Admin.PutAsJsonAsync($"/api/v1/people/{employeeNo}", new { name, permissions = given }, Cancel)).EnsureSuccessStatusCode();
        using var key = await Admin.PostAsJsonAsync("/api/v1/keys", new { person = employeeNo }, Cancel);
        key.EnsureSuccessStatusCode();

        // Only now, so that no message tells of the key.
        var written = methods.Select(m => m.Split(':')).Select(m => new { kind = m[0], address = m[1], verified = m.Length < 3 });
        (await Admin.PutAsJsonAsync($"/api/v1/people/{employeeNo}", new { name, permissions = given, contactMethods = written }, Cancel)).EnsureSuccessStatusCode();
        var text = (await key.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString()!;
        return _people[employeeNo] = ClientOf(text);
    }

    public HttpClient As(string employeeNo) => _people[employeeNo];

    public async Task RoleAsync(string code, string name, object? extra = null)
    {
        var body = JsonSerializer.SerializeToNode(extra ?? new { })!.AsObject();
        body["name"] = name;
        (await Admin.PutAsJsonAsync($"/api/v1/roles/{code}", body, Cancel)).EnsureSuccessStatusCode();
    }

    /// <summary>Publishes a roster: lines of role, employee number, start and end in minutes from now, tier.</summary>
    public async Task RosterAsync(params (string Role, string EmployeeNo, int From, int To, int Tier)[] shifts)
    {
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        foreach (var (role, employeeNo, from, to, tier) in shifts)
        {
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},{employeeNo},{At(from)},{At(to)},{tier}");
        }

        using var form = new MultipartFormDataContent
        {
            { new StringContent(csv.ToString()), "file", "roster.csv" },
            { new StringContent("UTC"), "timeZone" },
            { new StringContent("true"), "publish" },
        };
        using var answer = await Admin.PostAsync("/api/v1/rosters/uploads", form, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Pages a role as that person, and lets the engine do what is due at once.</summary>
    public async Task<JsonElement> PageAsync(string from, string role, string urgency, object? extra = null)
    {
        var body = JsonSerializer.SerializeToNode(extra ?? new { })!.AsObject();
        body["role"] = role;
        body["urgency"] = urgency;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", $"k{Random.Shared.NextInt64()}");
        using var answer = await As(from).SendAsync(request, Cancel);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.True(answer.IsSuccessStatusCode, page.ToString());
        await WorkAsync();
        return page;
    }

    public async Task<JsonElement> ReadAsync(JsonElement page) =>
        await Admin.GetFromJsonAsync<JsonElement>($"/api/v1/pages/{page.GetProperty("id").GetString()}", Cancel);

    public async Task<(int Status, JsonElement Body)> MoveAsync(string who, JsonElement page, string move, object? body = null)
    {
        using var answer = await As(who).PostAsJsonAsync($"/api/v1/pages/{page.GetProperty("id").GetString()}/{move}", body ?? new { }, Cancel);
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        await WorkAsync();
        return ((int)answer.StatusCode, read);
    }

    /// <summary>A signed reply by SMS; answers the text that goes back.</summary>
    public async Task<string> SmsAsync(string from, string text)
    {
        using var client = _factory.CreateClient();
        using var request = TwilioWebhook.Post(AuthToken, PublicUrl + "/webhooks/twilio/sms", "/webhooks/twilio/sms", TwilioWebhook.Sms(from, text));
        using var answer = await client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        var reply = await answer.Content.ReadAsStringAsync(Cancel);
        await WorkAsync();
        return reply;
    }

    /// <summary>Lets time pass, stopping at every due time on the way.</summary>
    public async Task PassAsync(Duration time)
    {
        var end = Clock.Now + time;
        while (await EarliestAsync() is { } due && due <= end)
        {
            Clock.Now = Instant.Max(due, Clock.Now);
            await WorkAsync();
        }

        Clock.Now = end;
        await WorkAsync();
    }

    /// <summary>The texts of all SMS to that number, oldest first.</summary>
    public IReadOnlyList<string> SmsTo(string number) =>
        [.. Twilio.Messages.Where(r => r.Form["To"] == number).Select(r => r.Form["Body"])];

    public static IReadOnlyList<string> KindsOf(JsonElement page) =>
        [.. page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];

    /// <summary>When the first event of that kind happened, after the page was sent.</summary>
    public static Duration When(JsonElement page, string kind) =>
        At(page.GetProperty("events").EnumerateArray().First(e => e.GetProperty("kind").GetString() == kind).GetProperty("at"))
        - At(page.GetProperty("sentAt"));

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        await Twilio.DisposeAsync();
        await Snpp.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    /// <summary>Lets the purge of the day run, if it is due.</summary>
    public Task PurgeAsync() => _factory.Services.GetRequiredService<RunRetention>().RunAsync(Cancel);

    /// <summary>Does what is due now, until nothing is left.</summary>
    public async Task WorkAsync()
    {
        var services = _factory.Services;
        var sender = services.GetRequiredService<SendNotifications>();
        bool busy;
        do
        {
            busy = await services.GetRequiredService<SweepEscalations>().RunAsync(Cancel) > 0;
            foreach (var kind in services.GetRequiredService<ChannelSet>().Kinds)
            {
                foreach (var claimed in await sender.ClaimAsync(kind, Urgency.Routine, 1000, Cancel))
                {
                    await sender.SendAsync(claimed, Cancel);
                    busy = true;
                }
            }
        }
        while (busy);
    }

    private async Task<Instant?> EarliestAsync()
    {
        var pages = await _factory.Services.GetRequiredService<IPageStore>().EarliestDueAsync(Cancel);
        var outbox = await _factory.Services.GetRequiredService<INotificationStore>().EarliestDueAsync(Cancel);
        return new[] { pages, outbox }.Where(t => t is not null).Min();
    }

    private HttpClient ClientOf(string key)
    {
        var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private string At(int minutes) => InstantPattern.General.Format(Clock.Now + Duration.FromMinutes(minutes));

    private static Instant At(JsonElement instant) => OffsetDateTimePattern.Rfc3339.Parse(instant.GetString()!).Value.ToInstant();
}
