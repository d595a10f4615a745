using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>
/// A hospital of two units. In the laboratory everything that is nobody else's bears the word <see cref="Secret"/>; people of
/// cardiology have no part in it.
/// </summary>
public sealed class AttackedHouse : IAsyncLifetime
{
    /// <summary>In every text and number of the laboratory that others may not see.</summary>
    public const string Secret = "4711471147";

    private readonly Dictionary<string, string> _lab = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private ApiHost? _host;
    private IReadOnlyList<Door>? _doors;

    public ApiHost Host => _host!;

    /// <summary>A key that was in force once.</summary>
    public string ExpiredKey { get; private set; } = "";

    internal IReadOnlyList<Door> All => _doors!;

    internal static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>
        {
            // It asks more in a minute than the address of any ward.
            ["OnCall:Limits:PerAddress"] = "0",
            ["OnCall:PublicUrl"] = "https://oncall.example.org",
            ["OnCall:Channels:Twilio:AccountSid"] = "ACtest",
            ["OnCall:Channels:Twilio:AuthToken"] = "token",
            ["OnCall:Channels:Twilio:From"] = "+15550000",
        });
        await UnitAsync("card", "C1", "C2");
        await UnitAsync("lab", "L1", "L2");
        foreach (var (person, permission) in new[] { ("scheduler", "scheduler"), ("dispatcher", "dispatcher"), ("head", "admin"), ("auditor", "auditor") })
        {
            await PersonAsync(person, "card", $$"""[{"permission":"{{permission}}","orgUnit":"card"}]""");
        }

        await PersonAsync("nurse", "card", """[{"permission":"staff"}]""");
        var end = Host.Clock.Now + NodaTime.Duration.FromMinutes(1);
        ExpiredKey = (await (await Host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"gone","permissions":[{"permission":"admin"}],"expires":"{{end}}"}""")).ReadAsync()).Text("key")!;
        Host.Clock.Now = end + NodaTime.Duration.FromSeconds(1);
        await FillLabAsync();
        _doors = await Doors.OfAsync(Host);
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A client with the key of that person.</summary>
    public HttpClient As(string person) => Host.With(_keys[person]);

    public string KeyOf(string person) => _keys[person];

    /// <summary>What of the laboratory fills that place of a door's path.</summary>
    internal string OfLab(Door door, string name) => _lab.GetValueOrDefault(door.Pattern.Split('/') is [_, "api", _, var kind, .., var last] ? kind == "rosters" ? "uploads" : kind : "", "0199a3c0-0000-7000-8000-000000000001")
        is var id && name is "token" ? "no-such-token" : name == "documentName" ? "v1" : name == "handler" ? "" : door.IsScreen ? _lab["pages"] : id;

    internal static string Anything(string name) => name switch
    {
        "id" => "0199a3c0-0000-7000-8000-00000000000f",
        "documentName" => "v1",
        "handler" => "",
        _ => "something",
    };

    private async Task UnitAsync(string code, string first, string second)
    {
        await SuccessAsync(Host.Admin.PutAsync("/api/v1/org-units/" + code, $$"""{"name":"Unit {{code}}"}"""));
        await PersonAsync(first, code, """[{"permission":"staff"}]""");
        await PersonAsync(second, code, """[{"permission":"staff"}]""");
        await SuccessAsync(Host.Admin.PutAsync($"/api/v1/roles/{code}/first", $$"""{"name":"{{code}} first","orgUnit":"{{code}}"}"""));
    }

    private async Task PersonAsync(string number, string unit, string permissions)
    {
        var phone = unit == "lab" ? "+1" + Secret : $"+1555{_keys.Count:0000000}";
        await SuccessAsync(Host.Admin.PutAsync("/api/v1/people/" + number, $$"""{"name":"Person {{number}}","orgUnit":"{{unit}}","permissions":{{permissions}},"contactMethods":[{"kind":"sms","address":"{{phone}}","verified":true}]}"""));
        var key = await (await Host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync();
        _keys[number] = key.Text("key")!;
        if (unit == "lab")
        {
            _lab["keys"] = key.Text("id")!;
        }
    }

    private async Task FillLabAsync()
    {
        var today = Host.Clock.Now.InUtc().Date;
        string Day(int days) => NodaTime.Text.LocalDatePattern.Iso.Format(today.PlusDays(days));
        var upload = await Host.UploadAsync($"Role,Employee no,Start,End,Tier,Shift\nlab/first,L1,{Day(-1)}T00:00,{Day(30)}T00:00,1,Day\n", "publish=true");
        _lab["uploads"] = (await (await SuccessAsync(Task.FromResult(upload))).ReadAsync()).Text("id")!;
        using var first = As("L1");
        var page = await SuccessAsync(first.PageAsync($$"""{"role":"lab/first","urgency":"urgent","subject":"{{Secret}}","body":"{{Secret}}","patientRef":"{{Secret}}","callback":"{{Secret}}"}"""));
        _lab["pages"] = (await page.ReadAsync()).Text("id")!;
        var cover = await SuccessAsync(Host.Admin.PostAsync("/api/v1/covers", $$"""{"role":"lab/first","person":"L2","from":"{{Day(2)}}","to":"{{Day(3)}}","reason":"{{Secret}}"}"""));
        _lab["covers"] = (await cover.ReadAsync()).Text("id")!;
        (_lab["people"], _lab["roles"], _lab["org-units"], _lab["rotations"], _lab["roster-pulls"], _lab["policies"], _lab["presets"]) = ("L1", "lab/first", "lab", "lab", "lab", "usual", "lab");
        await SuccessAsync(Host.Admin.PutAsync("/api/v1/presets/lab", """{"name":"Lab","orgUnit":"lab","urgency":"urgent","roles":["lab/first"]}"""));
        await SuccessAsync(Host.Admin.PutAsync("/api/v1/policies/usual", """{"name":"Usual","steps":[{"waitSeconds":60,"targets":[{"type":"desk"}]}]}"""));
    }

    private static async Task<HttpResponseMessage> SuccessAsync(Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage?.RequestUri}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        return answer;
    }
}
