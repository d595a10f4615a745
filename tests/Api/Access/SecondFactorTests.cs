using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Data;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class SecondFactorTests
{
    [Fact]
    public async Task Who_must_have_one_sets_it_up_at_the_next_sign_in_and_shows_it_from_then_on()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001", """[{"permission":"dispatcher"}]""");
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["dispatcher"]}""");
        using var browser = new SigningIn(host);
        Assert.Equal("/sign-in/authenticator", (await browser.PasswordAsync("N001", People.Password, to: "/board")).Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync(), "The password alone opens nothing.");
        var (secret, codes) = await EnrolAsync(host, browser, "/sign-in/authenticator");
        Assert.Equal(10, codes.Count);
        Assert.True(await browser.IsInAsync());

        host.Clock.Advance(Duration.FromMinutes(1));
        using var next = new SigningIn(host);
        Assert.Equal("/sign-in/code", (await next.PasswordAsync("N001", People.Password, to: "/board")).Headers.Location?.ToString());
        Assert.False(await next.IsInAsync());
        Assert.Equal("/board", (await CodeAsync(next, AuthenticatorApp.Code(secret, host.Clock.Now))).Headers.Location?.ToString());
        Assert.True(await next.IsInAsync());
    }

    [Fact]
    public async Task A_code_is_good_once_and_so_is_a_recovery_code()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, codes) = await WithAuthenticatorAsync(host);
        host.Clock.Advance(Duration.FromMinutes(1));
        var code = AuthenticatorApp.Code(secret, host.Clock.Now);
        Assert.True(await GetsInAsync(host, code));
        Assert.False(await GetsInAsync(host, code));
        Assert.True(await GetsInAsync(host, codes[3].ToUpperInvariant()));
        Assert.False(await GetsInAsync(host, codes[3]));
    }

    [Fact]
    public async Task Where_the_authenticators_secret_cannot_be_read_a_recovery_code_opens()
    {
        await using var host = await ApiHost.StartAsync();
        var (_, codes) = await WithAuthenticatorAsync(host);
        await host.Services.GetRequiredService<Database>().WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("update account set totp_secret = 'lost'", transaction: transaction), CancellationToken.None);

        Assert.False(await GetsInAsync(host, "123456"));
        Assert.True(await GetsInAsync(host, codes[0]));
    }

    [Fact]
    public async Task Codes_are_not_guessed_any_faster_than_passwords()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, _) = await WithAuthenticatorAsync(host);
        host.Clock.Advance(Duration.FromMinutes(1));
        using var thief = new SigningIn(host);
        await thief.PasswordAsync("N001", People.Password);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await CodeAsync(thief, $"00000{i}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await CodeAsync(thief, AuthenticatorApp.Code(secret, host.Clock.Now))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PasswordAsync("N001", People.Password)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_code_and_one_while_it_is_locked_are_audited_with_the_way_by_which_they_came()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, _) = await WithAuthenticatorAsync(host);
        host.Clock.Advance(Duration.FromMinutes(1));
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!;
        using var thief = new SigningIn(host);
        await thief.SendAsync("/sign-in", "/sign-in", ("key", key));
        for (var i = 0; i < 6; i++)
        {
            await CodeAsync(thief, $"00000{i}");
        }

        Assert.All(await host.RefusedAsync("session.refuse"), e => Assert.Equal(("anonymous", "person:N001", "Key", "wrong code"), e));
        await CodeAsync(thief, AuthenticatorApp.Code(secret, host.Clock.Now));
        var refused = await host.RefusedAsync("session.refuse");
        Assert.Equal(7, refused.Length);
        Assert.Equal(("anonymous", "person:N001", "Key", "locked"), refused[0]);
    }

    [Fact]
    public async Task Ten_minutes_after_the_password_the_code_comes_too_late()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, _) = await WithAuthenticatorAsync(host);
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        host.Clock.Advance(Duration.FromMinutes(10));
        Assert.Equal("/sign-in", (await CodeAsync(browser, AuthenticatorApp.Code(secret, host.Clock.Now))).Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_key_asks_for_the_second_step_too()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, _) = await WithAuthenticatorAsync(host);
        host.Clock.Advance(Duration.FromMinutes(1));
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!;
        using var browser = new SigningIn(host);
        Assert.Equal("/sign-in/code", (await browser.SendAsync("/sign-in", "/sign-in", ("key", key))).Headers.Location?.ToString());
        Assert.False(await browser.IsInAsync());
        await CodeAsync(browser, AuthenticatorApp.Code(secret, host.Clock.Now));
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task An_administrator_resets_it_for_a_lost_phone_and_nobody_takes_away_what_the_house_wants()
    {
        await using var host = await ApiHost.StartAsync();
        var (secret, _) = await WithAuthenticatorAsync(host);
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["staff"]}""");
        host.Clock.Advance(Duration.FromMinutes(1));
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        await CodeAsync(browser, AuthenticatorApp.Code(secret, host.Clock.Now));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync("/account", "/account/off")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.DeleteAsync(new Uri("/api/v1/people/N001/second-factor", UriKind.Relative))).StatusCode);
        Assert.False(await browser.IsInAsync());
        Assert.Equal("/sign-in/authenticator", (await browser.PasswordAsync("N001", People.Password)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Rules_name_permissions_and_units_that_there_are()
    {
        await using var host = await ApiHost.StartAsync();
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "invalid-input", await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["king"],"orgUnits":["nowhere"]}"""));
        Assert.Equal("""{"permissions":[],"orgUnits":[]}""", await host.Admin.GetStringAsync(new Uri("/api/v1/second-factor-rules", UriKind.Relative)));
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> WithAuthenticatorAsync(ApiHost host)
    {
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        return await EnrolAsync(host, browser, "/account/authenticator");
    }

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> EnrolAsync(ApiHost host, SigningIn browser, string screen)
    {
        var shown = await browser.SeeAsync(screen);
        Assert.NotNull(shown.QuerySelector(".qr svg"));
        var secret = shown.QuerySelector(".qr code")!.TextContent;

        // The screen for who is signed in makes a secret each time it is opened: the form goes back with the one that was shown.
        var token = shown.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var action = shown.QuerySelector("main form")!.GetAttribute("action")!;
        var wrong = await browser.PostAsync(action, token, ("code", "000000"));
        Assert.False(wrong.IsSuccessStatusCode);
        var answer = await browser.PostAsync(action, token, ("code", AuthenticatorApp.Code(secret, host.Clock.Now)));
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return (secret, [.. document.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    private static Task<HttpResponseMessage> CodeAsync(SigningIn browser, string code) => browser.SendAsync("/sign-in/code", "/sign-in/code", ("code", code));

    private static async Task<bool> GetsInAsync(ApiHost host, string code)
    {
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        await CodeAsync(browser, code);
        return await browser.IsInAsync();
    }
}
