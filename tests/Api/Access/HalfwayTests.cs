using System.Net;
using NodaTime;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>Whoever has shown one thing and is asked for a second.</summary>
public sealed class HalfwayTests
{
    private const string NewPassword = "lantern orchid gravel";

    [Fact]
    public async Task Signing_out_everywhere_stops_whoever_is_halfway_in()
    {
        await using var host = await ApiHost.StartAsync();
        var secret = await WithAuthenticatorAsync(host);
        using var thief = await HalfwayAsync(host);

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.DeleteAsync(new Uri("/api/v1/people/N001/sessions", UriKind.Relative))).StatusCode);

        Assert.Equal("/sign-in", (await CodeAsync(host, thief, secret)).Headers.Location?.ToString());
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task So_does_a_new_password()
    {
        await using var host = await ApiHost.StartAsync();
        var secret = await WithAuthenticatorAsync(host);
        using var owner = await HalfwayAsync(host);
        await CodeAsync(host, owner, secret);
        host.Clock.Advance(Duration.FromMinutes(1));
        using var thief = await HalfwayAsync(host);

        Assert.Equal(HttpStatusCode.OK, (await owner.SendAsync("/account", "/account/password", ("current", People.Password), ("password", NewPassword))).StatusCode);

        Assert.Equal("/sign-in", (await CodeAsync(host, thief, secret)).Headers.Location?.ToString());
        Assert.False(await thief.IsInAsync());
        Assert.True(await owner.IsInAsync());
    }

    [Fact]
    public async Task And_whoever_was_setting_up_an_authenticator_with_a_known_password_sets_up_none_after_a_reset()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001", """[{"permission":"dispatcher"}]""");
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["dispatcher"]}""");
        using var thief = new SigningIn(host);
        Assert.Equal("/sign-in/authenticator", (await thief.PasswordAsync("N001", People.Password)).Headers.Location?.ToString());
        var secret = (await thief.SeeAsync("/sign-in/authenticator")).QuerySelector(".qr code")!.TextContent;

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.DeleteAsync(new Uri("/api/v1/people/N001/second-factor", UriKind.Relative))).StatusCode);

        var answer = await thief.SendAsync("/sign-in/authenticator", "/sign-in/authenticator", ("code", AuthenticatorApp.Code(secret, host.Clock.Now)));
        Assert.Equal("/sign-in", answer.Headers.Location?.ToString());
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task An_invitation_alone_changes_nothing_where_there_is_an_authenticator()
    {
        await using var host = await ApiHost.StartAsync();
        var secret = await WithAuthenticatorAsync(host);
        var link = (await (await host.Admin.PostAsync("/api/v1/people/N001/invitation", "{}")).ReadAsync()).Text("link")!;
        using var thief = new SigningIn(host);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SendAsync(link, link, ("password", NewPassword))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SendAsync(link, link, ("password", NewPassword), ("code", "000000"))).StatusCode);
        Assert.False(await thief.IsInAsync());
        Assert.Equal("/sign-in/code", (await thief.PasswordAsync("N001", People.Password)).Headers.Location?.ToString());

        using var invited = new SigningIn(host);
        Assert.NotNull((await invited.SeeAsync(link)).QuerySelector("input[name=code]"));
        var set = await invited.SendAsync(link, link, ("password", NewPassword), ("code", AuthenticatorApp.Code(secret, host.Clock.Now)));
        Assert.Equal("/account", set.Headers.Location?.ToString());
        Assert.True(await invited.IsInAsync());
        var trail = await host.Admin.GetStringAsync(new Uri("/api/v1/audit?action=account.password", UriKind.Relative));
        Assert.Contains("Invitation", trail, StringComparison.Ordinal);
    }

    private static async Task<string> WithAuthenticatorAsync(ApiHost host)
    {
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        var shown = await browser.SeeAsync("/account/authenticator");
        var secret = shown.QuerySelector(".qr code")!.TextContent;
        var token = shown.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var action = shown.QuerySelector("main form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(action, token, ("code", AuthenticatorApp.Code(secret, host.Clock.Now)))).StatusCode);
        host.Clock.Advance(Duration.FromMinutes(1));
        return secret;
    }

    private static async Task<SigningIn> HalfwayAsync(ApiHost host)
    {
        var browser = new SigningIn(host);
        Assert.Equal("/sign-in/code", (await browser.PasswordAsync("N001", People.Password)).Headers.Location?.ToString());
        return browser;
    }

    private static Task<HttpResponseMessage> CodeAsync(ApiHost host, SigningIn browser, string secret) =>
        browser.SendAsync("/sign-in/code", "/sign-in/code", ("code", AuthenticatorApp.Code(secret, host.Clock.Now)));
}
