using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Staff;

/// <summary>A telephone in a lift: the inbox is read and answered without a network, and nothing is claimed that is not so.</summary>
public sealed class OfflineTests(Chromium chromium)
{
    [Fact]
    public async Task An_answer_given_in_the_lift_is_sent_once_when_the_network_is_back()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var page = await floor.PageAsync("first");
        var adler = await ReadyAsync(floor, "A1");

        await adler.Context.SetOfflineAsync(true);
        await Assertions.Expect(adler.Locator("#connection")).ToContainTextAsync("Not live");
        await adler.GotoAsync("/");
        await Assertions.Expect(adler.GetByRole(AriaRole.Alert).First).ToContainTextAsync("This is your inbox as it stood at");
        await Assertions.Expect(adler.GetByText("68 y, ST elevation")).ToBeVisibleAsync();
        await adler.KeepAsync("offline");
        await adler.Button("On my way").ClickAsync();
        await Assertions.Expect(adler.Locator("#waiting")).ToContainTextAsync("your answer “On my way” waits to be sent.");
        await Assertions.Expect(adler.Button("On my way")).ToBeHiddenAsync();
        await adler.KeepAsync("offline-answered");
        Assert.Equal("open", await StateAsync(floor, page));

        await adler.Context.SetOfflineAsync(false);
        await Assertions.Expect(adler.Locator("#waiting")).ToContainTextAsync("your answer was sent at");
        await Assertions.Expect(adler.Locator("#taken-list article")).ToHaveCountAsync(1);
        await adler.KeepAsync("offline-sent");
        var answer = Assert.Single((await ReadAsync(floor, page)).GetProperty("acknowledgements").EnumerateArray());
        Assert.Equal("On my way", answer.GetProperty("reply").GetString());
        await adler.Button("OK").ClickAsync();
        await Assertions.Expect(adler.Locator("#waiting li")).ToHaveCountAsync(0);
        await adler.ReloadAsync();
        Assert.Single((await ReadAsync(floor, page)).GetProperty("events").EnumerateArray(), e => e.GetProperty("kind").GetString() == "acknowledged");
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_or_after_somebody_elses_is_said_not_to_have_counted()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var first = await floor.PageAsync("first");
        var second = await floor.PageAsync("second", "code");
        var adler = await ReadyAsync(floor, "A1");
        await adler.Context.SetOfflineAsync(true);
        await adler.Locator($"[id='{first}-on-my-way']").ClickAsync();
        await Assertions.Expect(adler.Locator("#waiting li")).ToHaveCountAsync(1);
        await adler.Locator($"[id='{second}-call-me']").ClickAsync();
        await Assertions.Expect(adler.Locator("#waiting li")).ToHaveCountAsync(2);

        await floor.EscalateAsync(second);
        await floor.AnswerAsync("B1", second);
        floor.Host.Clock.Now += Duration.FromMinutes(3);
        await adler.Context.SetOfflineAsync(false);

        await Assertions.Expect(adler.Locator("#waiting li.old")).ToContainTextAsync("too old");
        await Assertions.Expect(adler.Locator("#waiting li.taken")).ToContainTextAsync("Dr Baum had it already");
        await adler.KeepAsync("offline-too-late");
        Assert.Equal("open", await StateAsync(floor, first));
        await adler.Button("On my way").ClickAsync();
        await Assertions.Expect(adler.Locator(".state.big")).ToHaveTextAsync("Dr Adler has it");
    }

    [Fact]
    public async Task What_a_device_keeps_cannot_be_read_without_its_key_and_goes_with_the_session()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        await floor.PageAsync("first");
        var adler = await ReadyAsync(floor, "A1");
        var raw = await adler.EvaluateAsync<string>(Everything);
        Assert.Contains("inbox", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("Chest pain", raw, StringComparison.Ordinal);

        await floor.Host.Admin.DeleteAsync(new Uri("/api/v1/people/A1/sessions", UriKind.Relative), TestContext.Current.CancellationToken);
        await adler.GotoAsync("/");
        await Assertions.Expect(adler.Locator("#number")).ToBeVisibleAsync();
        Assert.Equal("""{"kept":[],"answers":[]}""", await adler.EvaluateAsync<string>(Everything));
        await adler.Context.SetOfflineAsync(true);
        await adler.GotoAsync("/");
        await Assertions.Expect(adler.GetByText("Nothing is kept on this device")).ToBeVisibleAsync();
        await adler.KeepAsync("offline-nothing");
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_and_a_device_of_the_ward_never_keeps_anything()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        await floor.PageAsync("first");
        var adler = await ReadyAsync(floor, "A1");
        await adler.ChooseAsync("Sign out");
        await Assertions.Expect(adler.Locator("#number")).ToBeVisibleAsync();
        Assert.Equal("0 0 0", await adler.EvaluateAsync<string>(Places));

        var shared = await floor.SignInAsync("A1", own: false);
        await Assertions.Expect(shared.Locator("article.ask")).ToHaveCountAsync(1);
        await shared.ReloadAsync();
        Assert.Equal("no", await shared.Locator("#kept").GetAttributeAsync("data-own"));
        Assert.Null(await shared.Locator("#kept").GetAttributeAsync("data-kept"));
        Assert.Equal("0 0", await shared.EvaluateAsync<string>("async () => `${(await navigator.serviceWorker.getRegistrations()).length} ${(await caches.keys()).length}`"));
    }

    [Fact]
    public async Task What_is_pressed_without_a_network_and_cannot_wait_is_said_not_to_be_done()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await ReadyAsync(floor, "N1");
        await nina.GotoAsync("/page");
        await nina.Locator("#role").FillAsync(Floor.Role);
        await nina.Locator("#urgency-urgent").CheckAsync();
        await nina.Context.SetOfflineAsync(true);
        await nina.Button("Send the page").ClickAsync();
        await Assertions.Expect(nina.Locator("#undone")).ToContainTextAsync("use the telephone");
        await nina.KeepAsync("offline-not-sent");
    }

    private const string Everything = """
        async () => {
          const database = await new Promise((done, fail) => { const asked = indexedDB.open("oncall"); asked.onsuccess = () => done(asked.result); asked.onerror = () => fail(asked.error); });
          const all = async name => new Promise(done => { const asked = database.transaction(name).objectStore(name).openCursor(); const found = []; asked.onsuccess = () => { const at = asked.result; if (!at) { done(found); return; } const text = v => v instanceof ArrayBuffer ? new TextDecoder().decode(v) : v instanceof CryptoKey ? String(v.extractable) : v && typeof v === "object" && !ArrayBuffer.isView(v) ? Object.fromEntries(Object.entries(v).map(([k, w]) => [k, text(w)])) : v; found.push([at.key, text(at.value)]); at.continue(); }; });
          const told = JSON.stringify({ kept: await all("kept"), answers: await all("answers") });
          database.close();
          return told;
        }
        """;

    private const string Places = "async () => `${(await indexedDB.databases()).length} ${(await navigator.serviceWorker.getRegistrations()).length} ${(await caches.keys()).length}`";

    // Signed in on a device of their own that has the inbox and stands ready to lose the network.
    private static async Task<IPage> ReadyAsync(Floor floor, string employeeNo)
    {
        var window = await floor.SignInAsync(employeeNo);
        await Assertions.Expect(window.Locator("#kept[data-kept]")).ToHaveCountAsync(1);
        await window.EvaluateAsync("async () => { await navigator.serviceWorker.ready; if (!navigator.serviceWorker.controller) { await new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true })); } }");
        return window;
    }

    private static async Task<string?> StateAsync(Floor floor, string page) => (await ReadAsync(floor, page)).GetProperty("state").GetString();

    private static async Task<JsonElement> ReadAsync(Floor floor, string page) => await (await floor.Host.Admin.GetPathAsync("/api/v1/pages/" + page)).ReadAsync();
}
