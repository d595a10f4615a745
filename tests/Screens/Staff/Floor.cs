using Microsoft.Playwright;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Staff;

/// <summary>A small hospital, in which Dr Adler answers for Cardiology and Nina pages. The clock stands still unless a test moves it.</summary>
internal sealed class Floor : IAsyncDisposable
{
    internal const string Role = "Cardiology – duty physician";
    private readonly Chromium _chromium;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly List<IPage> _windows = [];

    private Floor(Chromium chromium, ApiHost host) => (_chromium, Host) = (chromium, host);

    internal ApiHost Host { get; }

    internal static async Task<Floor> OpenAsync(Chromium chromium, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:PublicUrl"] = "https://oncall.hospital.example",
            ["OnCall:Channels:Twilio:BaseUrl"] = "http://127.0.0.1:9",
            ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
            ["OnCall:Channels:Twilio:AuthToken"] = "token",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        var floor = new Floor(chromium, await ApiHost.StartAsync(settings: settings));
        await floor.PersonAsync("N1", "Nina Nurse", "+447700900001");
        await floor.PersonAsync("A1", "Dr Adler", "+447700900002");
        await floor.PersonAsync("B1", "Dr Baum", "+447700900003");
        await floor.Host.Admin.PutAsync("/api/v1/roles/cardiology/duty-physician", $$"""{"name":"{{Role}}","aliases":["Cardio"]}""");
        var now = floor.Host.Clock.Now;
        var csv = $"Role,Employee no,Start,End,Tier\n{Role},A1,{now.Plus(NodaTime.Duration.FromHours(-1))},{now.Plus(NodaTime.Duration.FromHours(20))},1\n{Role},B1,{now.Plus(NodaTime.Duration.FromHours(-1))},{now.Plus(NodaTime.Duration.FromHours(20))},2\n";
        using var form = new MultipartFormDataContent { { new StringContent(csv), "file", "roster.csv" }, { new StringContent("UTC"), "timeZone" }, { new StringContent("true"), "publish" } };
        using var answer = await floor.Host.Admin.PostAsync("/api/v1/rosters/uploads", form, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return floor;
    }

    /// <summary>One where devices ring by pushes, of a service that is played on this machine.</summary>
    internal static Task<Floor> RingingAsync(Chromium chromium) => OpenAsync(
        chromium.Whole, ("OnCall:Channels:WebPush:Subject", "mailto:it@hospital.example"), ("OnCall:Channels:WebPush:AllowLoopback", "true"));

    /// <summary>A telephone on which that person has signed in with their key.</summary>
    internal async Task<IPage> SignInAsync(string employeeNo, int width = 390, bool own = true, bool script = true, bool dark = false, string language = "en-GB")
    {
        var window = await _chromium.OpenAsync(Host.Address, width, language, dark, script);
        _windows.Add(window);
        await window.SignInAsync(_keys[employeeNo], own);
        return window;
    }

    internal string KeyOf(string employeeNo) => _keys[employeeNo];

    /// <summary>Pages Cardiology without a screen; answers the page's id.</summary>
    internal async Task<string> PageAsync(string key, string urgency = "urgent", string body = "68 y, ST elevation in V2 to V4, pain for 40 minutes.", string replies = "[]")
    {
        using var nurse = Host.With(_keys["N1"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages")
        {
            Content = JsonRequests.Body($$"""{"role":"cardiology/duty-physician","urgency":"{{urgency}}","subject":"Chest pain","body":"{{body}}","patientRef":"Bed 4, MRN 88123","callback":"555 0199 ext 12","replies":{{replies}}}"""),
        };
        request.Headers.Add("Idempotency-Key", key);
        return (await (await nurse.SendAsync(request, TestContext.Current.CancellationToken)).ReadAsync()).Text("id")!;
    }

    /// <summary>Answers a page for that person by the API.</summary>
    internal async Task AnswerAsync(string employeeNo, string page)
    {
        using var person = Host.With(_keys[employeeNo]);
        using var answer = await person.PostAsync($"/api/v1/pages/{page}/acknowledge", JsonRequests.Body("{}"), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The nurse who sent a page passes it on to the next people.</summary>
    internal async Task EscalateAsync(string page)
    {
        using var nina = Host.With(_keys["N1"]);
        using var answer = await nina.PostAsync(new Uri($"/api/v1/pages/{page}/escalate", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.CloseAsync(_windows);
        await Host.DisposeAsync();
    }

    internal async Task PersonAsync(string employeeNo, string name, string number, string permission = "staff")
    {
        await Host.Admin.PutAsync($"/api/v1/people/{employeeNo}", $$"""{"name":"{{name}}","permissions":[{"permission":"{{permission}}"}],"contactMethods":[{"kind":"sms","address":"{{number}}","verified":true}]}""");
        _keys[employeeNo] = (await (await Host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{employeeNo}}"}""")).ReadAsync()).Text("key")!;
    }
}
