using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using OnCall.Testing;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests;

/// <summary>Every screen, in every language, from the smallest telephone to a wall.</summary>
public sealed partial class EveryScreenTests(Chromium chromium)
{
    /// <summary>A screen by its route, and where it is looked at; <c>{page}</c> is a page's id.</summary>
    private static readonly Dictionary<string, string> SignedIn = new(StringComparer.Ordinal)
    {
        ["/"] = "/",
        ["/page/{handler?}"] = "/page",
        ["/pages/{id:guid}/{handler?}"] = "/pages/{page}",
        ["/pages/{id:guid}/break-glass/{handler?}"] = "/pages/{page}/break-glass",
        ["/offline"] = "/offline",
        ["/board/{handler?}/{id:guid?}"] = "/board",
        ["/board/wall"] = "/board/wall",
        ["/downtime-sheet/{handler?}"] = "/downtime-sheet",
        ["/who-is-on"] = "/who-is-on",
        ["/presets"] = "/presets",
        ["/presets/{code}/{handler?}"] = "/presets/cardiac-arrest",
        ["/rota"] = "/rota",
        ["/rota/shift/{handler?}"] = "/rota/shift?role=cardiology%2Fduty-physician&from=2026-11-24T08:00&to=2026-11-24T16:00",
        ["/rota/stretch/{handler?}"] = "/rota/stretch?{stretch}",
        ["/rota/uploads/{handler:alpha?}"] = "/rota/uploads",
        ["/rota/uploads/{id:guid}/{handler?}"] = "/rota/uploads/{upload}",
        ["/rota/report"] = "/rota/report",
        ["/swaps/{handler?}/{id:guid?}"] = "/swaps",
        ["/account/{handler?}"] = "/account",
        ["/my-shifts/{handler?}"] = "/my-shifts",
        ["/my-shifts/swap/{handler?}"] = "/my-shifts/swap?{swap}",
        ["/account/devices/{handler?}"] = "/account/devices",
        ["/account/contact-methods/{handler?}"] = "/account/contact-methods",
        ["/account/authenticator/{handler?}"] = "/account/authenticator",
        ["/admin/units/{handler?}"] = "/admin/units",
        ["/admin/roles"] = "/admin/roles",
        ["/admin/role/{handler?}"] = "/admin/role?role=cardiology%2Fduty-physician",
        ["/admin/policies"] = "/admin/policies",
        ["/admin/policy/{handler?}"] = "/admin/policy",
        ["/admin/presets"] = "/admin/presets",
        ["/admin/preset/{handler?}"] = "/admin/preset?preset=cardiac-arrest",
        ["/admin/people"] = "/admin/people",
        ["/admin/person/{handler?}"] = "/admin/person?person=D001",
        ["/admin/channels/{handler?}"] = "/admin/channels",
        ["/admin/settings/{handler?}"] = "/admin/settings",
        ["/admin/retention/{handler?}"] = "/admin/retention",
        ["/audit/{handler?}"] = "/audit",
    };

    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/sign-in"] = "/sign-in",
        ["/a/{token}"] = "/a/unknown",
        ["/welcome/{token}"] = "/welcome/unknown",
    };

    /// <summary>Screens that stand only in the midst of a journey, each with the journey that keeps its picture.</summary>
    private static readonly string[] OnAJourney = ["/sign-in/code", "/sign-in/authenticator", "/set-up"];

    [Fact]
    public void No_screen_is_left_out()
    {
        var known = SignedIn.Keys.Concat(Open.Keys).Concat(OnAJourney).ToHashSet(StringComparer.Ordinal);
        Found.Nothing(Routes().Where(r => !known.Contains(r)).Select(r => $"The screen {r} is looked at by nobody."));
        Found.Nothing(known.Where(r => !Routes().Contains(r)).Select(r => $"There is no screen {r}."));
    }

    [Fact]
    public void Axe_is_there() => Assert.SkipUnless(Pictures.HasAxe, "needs axe-core: npm ci --prefix tests/Screens/oracles");

    [Fact]
    public async Task What_nobody_but_the_sighted_can_use_is_found()
    {
        Assert.SkipUnless(Pictures.HasAxe, "needs axe-core: npm ci --prefix tests/Screens/oracles");
        var window = await chromium.OpenAsync(new Uri("http://localhost"));
        await window.SetContentAsync("<html lang=en><title>x</title><main><h1>x</h1><input type=text></main></html>");
        var error = await Assert.ThrowsAnyAsync<Exception>(() => window.IsForEverybodyAsync("planted"));
        Assert.Contains("planted: label", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 390, false)]
    [InlineData("ja", 320, true)]
    [InlineData("zh-Hans", 3840, false)]
    [InlineData("en", 1100, true)]
    public async Task Everybody_can_use_it(string language, int width, bool dark)
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:Demo"] = "true" });
        var window = await chromium.OpenAsync(host.Address, width, language, dark);
        foreach (var (route, address) in Open)
        {
            await LookAsync(window, language, width, route, address);
        }

        await SignInAsync(host, window, language, width);
        var page = await SendAsync(host);
        var upload = (await (await host.Admin.GetAsync(new Uri("/api/v1/rosters/uploads", UriKind.Relative), TestContext.Current.CancellationToken)).ReadAsync()).GetProperty("items")[0].Text("id")!;
        var onNow = (await (await host.Admin.GetAsync(new Uri("/api/v1/roles/resolve?role=cardiology/duty-physician", UriKind.Relative), TestContext.Current.CancellationToken)).ReadAsync()).GetProperty("responders")[0];
        var stretch = $"role=cardiology%2Fduty-physician&person={onNow.GetProperty("person").Text("employeeNo")}&at={onNow.Text("since")}";
        var blanks = new Dictionary<string, string>(StringComparer.Ordinal) { ["{page}"] = page, ["{stretch}"] = stretch, ["{upload}"] = upload, ["{swap}"] = await PutOnAsync(host) };
        foreach (var (route, address) in SignedIn)
        {
            await LookAsync(window, language, width, route, blanks.Aggregate(address, (at, blank) => at.Replace(blank.Key, blank.Value, StringComparison.Ordinal)));
        }
    }

    private static async Task LookAsync(IPage window, string language, int width, string route, string address)
    {
        await window.GotoAsync(address);
        Assert.EndsWith(address, window.Url, StringComparison.Ordinal);
        Assert.Equal(language, await window.Locator("html").GetAttributeAsync("lang"));
        await window.KeepAsync($"every-{language}-{width}-{Name().Replace(route, "-").Trim('-')}");
    }

    private static async Task SignInAsync(ApiHost host, IPage window, string language, int width)
    {
        await host.Admin.PutAsync("/api/v1/people/D001", $$"""
            {"name":"Noor Peeters","orgUnit":"demo","language":"{{language}}","permissions":[{"permission":"admin"},{"permission":"dispatcher"},{"permission":"scheduler"},{"permission":"auditor"},{"permission":"staff"}],
             "contactMethods":[{"kind":"sms","address":"+447700900001","verified":true}]}
            """);
        var link = (await (await host.Admin.PostAsync("/api/v1/people/D001/invitation", "{}")).ReadAsync()).Text("link")!;
        await window.GotoAsync(link);
        await window.KeepAsync($"every-{language}-{width}-welcome-invited");
        await window.Locator("#password").FillAsync("lantern orchid gravel");
        await window.Locator("button.primary").ClickAsync();
        await Assertions.Expect(window.Locator(".menu summary")).ToContainTextAsync("Noor Peeters");
    }

    // Whoever looks has a shift to offer.
    private static async Task<string> PutOnAsync(ApiHost host)
    {
        var from = InstantPattern.ExtendedIso.Format(host.Clock.Now + Duration.FromDays(1));
        var to = InstantPattern.ExtendedIso.Format(host.Clock.Now + Duration.FromHours(28));
        await host.Admin.PutAsync("/api/v1/roles/relief", """{"name":"Relief – duty physician"}""");
        using var answer = await host.Admin.PostAsync("/api/v1/shifts", $$"""{"role":"relief","person":"D001","from":"{{from}}","to":"{{to}}"}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return $"Role=relief&At={Uri.EscapeDataString(from)}";
    }

    private static async Task<string> SendAsync(ApiHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages")
        {
            Content = new StringContent(
                """{"role":"cardiology/duty-physician","urgency":"urgent","subject":"Chest pain","body":"Please see the patient in bed 4.","callback":"4711"}""",
                System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", "every-screen");
        return (await (await host.Admin.SendAsync(request, TestContext.Current.CancellationToken)).ReadAsync()).Text("id")!;
    }

    private static IReadOnlyList<string> Routes() =>
    [
        .. SourceTree.Files("src/OnCall.Api/Screens", "*.cshtml")
            .Select(f => Route().Match(File.ReadAllText(SourceTree.PathOf(f))))
            .Where(m => m.Success)
            .Select(m => m.Groups["route"].Value),
    ];

    [GeneratedRegex("\\A@page \"(?<route>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Route();

    [GeneratedRegex("[^a-z-]+(?:handler)?|id:guid", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
