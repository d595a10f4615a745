using System.Buffers.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Screens.Tests;

public sealed partial class SigningInTests(Chromium chromium)
{
    private const string Password = "teapot violin cactus";

    [Fact]
    public async Task The_first_administrator_sets_the_house_up()
    {
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:BootstrapApiKey"] = "" });
        var window = await chromium.OpenAsync(host.Address);
        await window.GotoAsync("/");
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Set up OnCall" })).ToBeVisibleAsync();
        await window.KeepAsync("set-up");
        await window.GetByLabel("Set-up code").FillAsync((await File.ReadAllTextAsync(Path.Combine(host.DataDirectory, "set-up-code.txt"), Cancel)).Trim());
        await window.GetByLabel("Your employee number").FillAsync("A1");
        await window.GetByLabel("Your name").FillAsync("Ada Okafor");
        await window.GetByLabel("Password").FillAsync(Password);
        await window.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "How you sign in" })).ToBeVisibleAsync();
        await window.KeepAsync("account");
    }

    [Fact]
    public async Task An_invited_person_sets_a_password_an_authenticator_and_comes_back_with_both()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ada Okafor","permissions":[{"permission":"dispatcher"}]}""");
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["dispatcher"]}""");
        var link = (await (await host.Admin.PostAsync("/api/v1/people/N001/invitation", "{}")).ReadAsync()).Text("link")!;
        var window = await chromium.OpenAsync(host.Address, width: 390);
        await window.GotoAsync(link);
        await window.KeepAsync("welcome");
        await window.GetByLabel("Choose a password").FillAsync(Password);
        await PressAsync(window, "Set the password and sign in");

        await Assertions.Expect(window.Locator(".qr svg")).ToBeVisibleAsync();
        await window.KeepAsync("authenticator");
        var secret = await window.Locator(".qr code").InnerTextAsync();
        await window.GetByLabel("Code").FillAsync(AuthenticatorApp.Code(secret, host.Clock.Now));
        await PressAsync(window, "Go on");
        await Assertions.Expect(window.Locator(".codes li")).ToHaveCountAsync(10);
        var recovery = await window.Locator(".codes li").First.InnerTextAsync();
        await window.KeepAsync("recovery-codes");
        await window.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "How you sign in" })).ToBeVisibleAsync();
        await window.KeepAsync("account-with-second-step");

        foreach (var code in new[] { recovery, null })
        {
            host.Clock.Advance(Duration.FromMinutes(1));
            var next = await chromium.OpenAsync(host.Address, width: 390);
            await SignInAsync(next, "N001");
            await next.KeepAsync("second-step");
            await next.GetByLabel("Code of your authenticator").FillAsync(code ?? AuthenticatorApp.Code(secret, host.Clock.Now));
            await PressAsync(next, "Sign in");
            await Assertions.Expect(next.GetByRole(AriaRole.Heading, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();
        }

        // A forgotten password does not lead around it.
        host.Clock.Advance(Duration.FromMinutes(1));
        await window.GotoAsync((await (await host.Admin.PostAsync("/api/v1/people/N001/invitation", "{}")).ReadAsync()).Text("link")!);
        await window.GetByLabel("Choose a password").FillAsync("lantern orchid gravel");
        await window.GetByLabel("Code of your authenticator").FillAsync("000000");
        await PressAsync(window, "Set the password and sign in");
        await Assertions.Expect(window.GetByRole(AriaRole.Alert)).ToContainTextAsync("The password is as it was");
        await window.KeepAsync("invitation-with-authenticator");
        await window.GetByLabel("Choose a password").FillAsync("lantern orchid gravel");
        await window.GetByLabel("Code of your authenticator").FillAsync(AuthenticatorApp.Code(secret, host.Clock.Now));
        await PressAsync(window, "Set the password and sign in");
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "How you sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_number_or_password()
    {
        await using var host = await ApiHost.StartAsync();
        var window = await OnOwnAccountAsync(host);
        await window.GetByLabel("Name of a new one").FillAsync("My phone");
        await PressAsync(window, "Add a passkey");
        await Assertions.Expect(window.GetByText("My phone")).ToBeVisibleAsync();
        await window.KeepAsync("account-with-passkey");
        await window.ChooseAsync("Sign out");

        await Assertions.Expect(window.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" })).ToBeVisibleAsync();
        await window.KeepAsync("sign-in");
        await PressAsync(window, "Sign in with a passkey");
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();
        await window.KeepAsync("in-by-passkey");
    }

    [Fact]
    public async Task What_a_passkey_answered_signs_nobody_in_a_second_time()
    {
        await using var host = await ApiHost.StartAsync();
        var window = await OnOwnAccountAsync(host);
        await PressAsync(window, "Add a passkey");
        await Assertions.Expect(window.GetByText("Remove")).ToBeVisibleAsync();
        await window.ChooseAsync("Sign out");
        await window.RouteAsync("**/sign-in/passkey", route =>
        {
            host.Clock.Advance(Duration.FromSeconds(2));
            return route.ContinueAsync();
        });

        // Once it is read the script goes to another page, and a browser may not tell any more that the request has ended.
        var first = await window.RunAndWaitForResponseAsync(
            () => PressAsync(window, "Sign in with a passkey"), r => r.Url.EndsWith("/sign-in/passkey", StringComparison.Ordinal));
        Assert.Equal(200, first.Status);
        var sent = first.Request;
        await AsIfItDidNotCountAsync(host, sent.PostDataJSON()!.Value);

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(new Uri(sent.Url).GetLeftPart(UriPartial.Authority)) };
        using var again = new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey") { Content = new StringContent(sent.PostData!, System.Text.Encoding.UTF8, "application/json") };
        foreach (var header in await sent.AllHeadersAsync())
        {
            again.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        using var answer = await thief.SendAsync(again, Cancel);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("unknown-passkey", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    /// <summary>A window with a device for passkeys, in which somebody is signed in and looks at how they sign in.</summary>
    private async Task<IPage> OnOwnAccountAsync(ApiHost host)
    {
        await InviteAsync(host, "N001");
        var window = await chromium.OpenAsync(host.Address);
        await VirtualDevice.AddAsync(window);
        await SignInAsync(window, "N001");
        await window.GotoAsync("/account");
        return window;
    }

    // Passkeys that people carry from device to device do not count their uses.
    private static async Task AsIfItDidNotCountAsync(ApiHost host, JsonElement sent)
    {
        var passkeys = host.Services.GetRequiredService<IPasskeyStore>();
        var credential = JsonDocument.Parse(sent.GetProperty("credential").GetString()!).RootElement.GetProperty("id").GetString();
        var passkey = (await passkeys.FindAsync(Base64Url.DecodeFromChars(credential), Cancel))!;
        var uncounted = Counter().Replace(passkey.Data, "\"signCount\":0");
        Assert.NotEqual(uncounted, passkey.Data);
        await passkeys.UpdateAsync(passkey with { Data = uncounted }, Cancel);
    }

    [GeneratedRegex("\"signCount\":[0-9]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counter();

    [Fact]
    public async Task A_passkey_that_was_removed_signs_nobody_in()
    {
        await using var host = await ApiHost.StartAsync();
        var window = await OnOwnAccountAsync(host);
        await PressAsync(window, "Add a passkey");
        await PressAsync(window, "Remove");
        await Assertions.Expect(window.GetByText("The passkey is removed.")).ToBeVisibleAsync();
        await window.ChooseAsync("Sign out");
        await PressAsync(window, "Sign in with a passkey");
        await Assertions.Expect(window.Locator("#passkey-said")).ToContainTextAsync("not known here");
        await window.KeepAsync("unknown-passkey");
    }

    [Fact]
    public async Task A_colleague_takes_over_a_shared_computer_where_the_other_was()
    {
        await using var host = await ApiHost.StartAsync();
        await InviteAsync(host, "N001");
        await InviteAsync(host, "N002");
        var window = await chromium.OpenAsync(host.Address);
        await SignInAsync(window, "N001");
        await window.GotoAsync("/page");
        await window.ChooseAsync("Switch person");
        await SignInAsync(window, "N002", already: true);
        await Assertions.Expect(window).ToHaveURLAsync(PageScreen());
        await window.ShowsAsync("Person N002");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        await using var host = await ApiHost.StartAsync();
        await InviteAsync(host, "N001");
        var window = await chromium.OpenAsync(host.Address);
        await window.GotoAsync("/sign-in");
        await window.GetByLabel("Employee number").FillAsync("N001");
        await window.GetByLabel("Password").FillAsync("violin cactus teapot");
        await PressAsync(window, "Sign in", exact: true);
        await Assertions.Expect(window.GetByRole(AriaRole.Alert).First).ToContainTextAsync("do not fit");
        await window.KeepAsync("wrong-password");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task InviteAsync(ApiHost host, string number)
    {
        await host.Admin.PutAsync("/api/v1/people/" + number, $$"""{"name":"Person {{number}}"}""");
        var link = (await (await host.Admin.PostAsync($"/api/v1/people/{number}/invitation", "{}")).ReadAsync()).Text("link")!;
        using var client = new HttpClient { BaseAddress = host.Address };
        var form = await client.GetStringAsync(new Uri(link, UriKind.Relative), Cancel);
        using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(form).Groups["value"].Value), new("password", Password)]);
        (await client.PostAsync(new Uri(link, UriKind.Relative), fields, Cancel)).EnsureSuccessStatusCode();
    }

    private static async Task SignInAsync(IPage window, string number, bool already = false)
    {
        if (!already)
        {
            await window.GotoAsync("/sign-in");
        }

        await window.GetByLabel("Employee number").FillAsync(number);
        await window.GetByLabel("Password").FillAsync(Password);
        await PressAsync(window, "Sign in", exact: true);
    }

    private static Task PressAsync(IPage window, string button, bool exact = false) =>
        window.GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).ClickAsync();

    [GeneratedRegex("/page$", RegexOptions.None, 1000)]
    private static partial Regex PageScreen();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
