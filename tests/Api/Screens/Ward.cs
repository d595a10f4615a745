using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>
/// The whole program with a small ward: a nurse, Dr Adler on tier 1 and Dr Baum on tier 2 of Cardiology, a dispatcher, an
/// auditor, and a stranger without a part in anything. The engine stands still but for <see cref="SweepAsync"/>.
/// </summary>
public sealed class Ward : IAsyncDisposable
{
    public const string Role = "Cardiology – duty physician";
    private const string AdminKey = "screens-bootstrap-key-0123456789";
    private readonly DirectoryInfo _folder;
    private readonly TestDatabase? _database;
    private readonly WebApplicationFactory<Program> _factory;
    private readonly Dictionary<string, string> _keys = [];

    private Ward(DirectoryInfo folder, string timeZone, TestDatabase? database)
    {
        _folder = folder;
        _database = database;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Production")
            .UseSetting("OnCall:DataDirectory", _folder.FullName)
            .UseSettings(database?.Settings)
            .UseSetting("OnCall:BootstrapApiKey", AdminKey)
            .UseSetting("OnCall:Scheduler:InProcess", "false")
            .UseSetting("OnCall:TimeZone", timeZone)
            .UseSetting("OnCall:Watch:Enabled", "false")
            .UseSetting("OnCall:SelfTest:Enabled", "false")
            .UseSetting("OnCall:Stop:LeaveSeconds", "0")

            // Named so that numbers count as reachable; nothing is ever sent there.
            .UseSetting("OnCall:PublicUrl", "https://oncall.example.org")
            .UseSetting("OnCall:Channels:Twilio:BaseUrl", "http://127.0.0.1:9")
            .UseSetting("OnCall:Channels:Twilio:AccountSid", "ACscreens")
            .UseSetting("OnCall:Channels:Twilio:AuthToken", "screens-token-0000")
            .UseSetting("OnCall:Channels:Twilio:From", "+15550000")
            .ConfigureTestServices(services => services.AddSingleton<IClock>(Clock)));
    }

    public FakeClock Clock { get; } = new();

    public IServiceProvider Services => _factory.Services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="timeZone">The zone of the house.</param>
    public static async Task<Ward> OpenAsync(string timeZone = "UTC")
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-screens-");
        var ward = new Ward(folder, timeZone, await TestDatabase.ForProgramAsync(folder.FullName));
        using var admin = ward.Admin();
        await ward.PersonAsync(admin, "nurse", "Nina Nurse", "staff");
        await ward.PersonAsync(admin, "adler", "Dr Adler", "staff");
        await ward.PersonAsync(admin, "baum", "Dr Baum", "staff");
        await ward.PersonAsync(admin, "desk1", "Dora Dispatcher", "dispatcher");
        await ward.PersonAsync(admin, "stranger", "Sam Stranger", "staff");
        await ward.PersonAsync(admin, "auditor", "Alma Auditor", "auditor");
        await ward.PersonAsync(admin, "admin", "Ada Administrator", "admin");
        await PutAsync(admin, "/api/v1/roles/cardiology/duty-physician", new { name = Role });
        await PutAsync(admin, "/api/v1/roles/surgery", new { name = "Surgery" });
        await ward.RosterAsync(admin, ("adler", 1), ("baum", 2));
        return ward;
    }

    /// <summary>A browser in which that person has signed in with their key.</summary>
    public async Task<Browser> SignInAsync(string employeeNo)
    {
        var browser = Browser();
        var form = await browser.OpenAsync("/sign-in");
        await browser.PressAsync(form, "Sign in", ("Only I use this device", "yes"), ("Key", _keys[employeeNo]));
        Assert.Equal("/", browser.Path);
        return browser;
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    public Browser Browser()
    {
        var visited = new List<string>();
        var client = _factory.CreateDefaultClient(new RedirectHandler(), new CookieContainerHandler(), new Visits(visited));
        return new Browser(client, visited);
    }

    /// <summary>Takes a person's contact methods away.</summary>
    public async Task WithoutMethodsAsync(string employeeNo, string name)
    {
        using var admin = Admin();
        await PutAsync(admin, $"/api/v1/people/{employeeNo}", new { name });
    }

    /// <summary>Gives Cardiology a policy that wants an outcome within 30 minutes.</summary>
    public async Task WantOutcomesAsync()
    {
        using var admin = Admin();
        object[] steps = [.. new[] { 1, 2 }.Select(tier => new { waitSeconds = 120, targets = new[] { new { type = "tier", tier } } })];
        await PutAsync(admin, "/api/v1/policies/wanted", new { name = "Wanted", steps, outcomeWithinSeconds = 1800 });
        await PutAsync(admin, "/api/v1/roles/cardiology/duty-physician", new { name = Role, policy = "wanted" });
    }

    /// <summary>Puts something into the directory as its administrator.</summary>
    public async Task PutAsync(string path, object body)
    {
        using var admin = Admin();
        await PutAsync(admin, path, body);
    }

    /// <summary>Reads something as the directory's administrator.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var admin = Admin();
        return await admin.GetFromJsonAsync<JsonElement>(path, Cancel);
    }

    /// <summary>Does something by the API as that person.</summary>
    public async Task PostAsAsync(string employeeNo, string path, object body)
    {
        using var person = Admin();
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _keys[employeeNo]);
        using var answer = await person.PostAsJsonAsync(path, body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Lets the engine do what is due.</summary>
    public async Task SweepAsync() => await _factory.Services.GetRequiredService<SweepEscalations>().RunAsync(Cancel);

    /// <summary>Sends so many routine pages to Surgery, without a screen.</summary>
    public async Task SendManyAsync(int count)
    {
        var send = _factory.Services.GetRequiredService<SendPage>();
        var lab = new Caller("integration:lab", null, "Laboratory", [new Grant(Permission.Staff, null)]);
        for (var i = 0; i < count; i++)
        {
            var answer = await send.RunAsync(lab, $"many-{i}", new SendPageRequest("surgery", "routine"), Cancel);
            Assert.True(answer.Ok, answer.Refusal?.Detail);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private HttpClient Admin()
    {
        var admin = _factory.CreateClient();
        admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        return admin;
    }

    private async Task PersonAsync(HttpClient admin, string employeeNo, string name, string permission)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"+155501{_keys.Count:00}");
        var sms = new { kind = "sms", address = number, verified = true };
        await PutAsync(admin, $"/api/v1/people/{employeeNo}", new { name, permissions = new[] { new { permission } }, contactMethods = new[] { sms } });
        using var answer = await admin.PostAsJsonAsync("/api/v1/keys", new { person = employeeNo }, Cancel);
        answer.EnsureSuccessStatusCode();
        _keys[employeeNo] = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString()!;
    }

    private async Task RosterAsync(HttpClient admin, params (string EmployeeNo, int Tier)[] shifts)
    {
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        foreach (var (employeeNo, tier) in shifts)
        {
            csv.AppendLine(CultureInfo.InvariantCulture, $"{Role},{employeeNo},{At(-1)},{At(8)},{tier}");
        }

        using var form = new MultipartFormDataContent
        {
            { new StringContent(csv.ToString()), "file", "roster.csv" },
            { new StringContent("UTC"), "timeZone" },
            { new StringContent("true"), "publish" },
        };
        using var answer = await admin.PostAsync("/api/v1/rosters/uploads", form, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task PutAsync(HttpClient admin, string path, object body)
    {
        using var answer = await admin.PutAsJsonAsync(path, body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private string At(int hours) => InstantPattern.General.Format(Clock.Now + Duration.FromHours(hours));
}
