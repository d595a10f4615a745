using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Api.Tests.Audit;
using OnCall.Application.Access.Sessions;
using OnCall.Data.Access;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>Somebody has found an administrator's key. It must not become an account.</summary>
public sealed class StolenKeyTests
{
    [Fact]
    public async Task A_session_by_a_key_sets_no_first_password_and_no_second_factor()
    {
        await using var host = await ApiHost.StartAsync();
        using var thief = await ByKeyAsync(host, ApiHost.AdminKey);
        var refused = await thief.SendAsync("/account", "/account/password", ("password", People.Password));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("/account", (await thief.GetAsync("/account/authenticator")).Headers.Location?.ToString());
        Assert.Null((await thief.SeeAsync("/account")).QuerySelector("input[name=password]"));
        using var next = new SigningIn(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await next.PasswordAsync("admin", People.Password)).StatusCode);
    }

    [Fact]
    public async Task Where_a_second_factor_is_wanted_a_key_sets_none_up()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["admin"]}""");
        using var thief = new SigningIn(host);
        var refused = await thief.SendAsync("/sign-in", "/sign-in", ("key", ApiHost.AdminKey));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("/sign-in", (await thief.GetAsync("/sign-in/authenticator")).Headers.Location?.ToString());
        Assert.False(await thief.IsInAsync());
    }

    [Fact]
    public async Task A_key_that_is_made_by_a_key_for_oneself_ends_with_it()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Nina","permissions":[{"permission":"admin"}]}""");
        var end = host.Clock.Now + Duration.FromHours(1);
        var first = await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"N1","expires":"{{end}}"}""")).ReadAsync();
        using var thief = host.With(first.Text("key")!);
        await ProblemAssert.NamesAsync(await thief.PostAsync("/api/v1/keys", $$"""{"person":"n1","expires":"{{end + Duration.FromSeconds(1)}}"}"""), "expires");
        var second = await (await thief.PostAsync("/api/v1/keys", """{"person":"N1"}""")).ReadAsync();
        Assert.Equal(first.Text("expires"), second.Text("expires"));

        await host.Admin.DeleteAsync(new Uri("/api/v1/keys/" + first.Text("id"), UriKind.Relative));
        using var stays = host.With(second.Text("key")!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stays.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    [Fact]
    public async Task A_browser_that_was_left_open_makes_no_key_of_its_owner()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N1", """[{"permission":"admin"}]""");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N1", People.Password, own: true);
        Assert.Equal(HttpStatusCode.Created, (await browser.JsonAsync("/api/v1/keys", """{"person":"N1"}""")).StatusCode);
        host.Clock.Advance(Duration.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.JsonAsync("/api/v1/keys", """{"person":"N1"}""")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/people/N1/second-factor")]
    [InlineData("/api/v1/people/N1/sessions")]
    public async Task Who_is_signed_out_everywhere_or_reset_has_no_keys_left(string path)
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N1", """{"name":"Nina"}""");
        using var nina = host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N1"}""")).ReadAsync()).Text("key")!);
        Assert.Equal(HttpStatusCode.OK, (await nina.GetPathAsync("/api/v1/roles")).StatusCode);
        Assert.True((await host.Admin.DeleteAsync(new Uri(path, UriKind.Relative))).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nina.GetPathAsync("/api/v1/roles")).StatusCode);
        Assert.Equal("person:admin", Assert.Single(await host.EntriesAsync("key.revoke")).Actor);
    }

    [Fact]
    public async Task Who_signs_out_everywhere_else_keeps_the_key_that_they_ask_by_and_no_other()
    {
        await using var host = await ApiHost.StartAsync();
        using var other = host.With((await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"admin"}""")).ReadAsync()).Text("key")!);
        var ended = await (await host.Admin.DeleteAsync(new Uri("/api/v1/me/sessions", UriKind.Relative))).ReadAsync();
        Assert.Equal(1, ended.At("keys").GetInt32());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), ((await host.Admin.GetPathAsync("/api/v1/roles")).StatusCode, (await other.GetPathAsync("/api/v1/roles")).StatusCode));
    }

    [Theory]
    [InlineData("/api/v1/people/N1/second-factor")]
    [InlineData("/api/v1/people/N1/sessions")]
    public async Task A_key_that_a_thief_makes_for_themselves_while_they_are_thrown_out_does_not_stay(string path)
    {
        await using var host = await ApiHost.StartAsync(services: s => s.AddSingleton<ISessionStore>(p => new MeanwhileSessions(ActivatorUtilities.CreateInstance<SessionStore>(p))));
        await People.MakeAsync(host, "N1", """[{"permission":"admin"}]""");
        using var thief = new SigningIn(host);
        await thief.PasswordAsync("N1", People.Password, own: true);
        var made = "";
        ((MeanwhileSessions)host.Services.GetRequiredService<ISessionStore>()).Meanwhile =
            async () => made = (await (await thief.JsonAsync("/api/v1/keys", """{"person":"N1"}""")).ReadAsync()).Text("key")!;

        Assert.True((await host.Admin.DeleteAsync(new Uri(path, UriKind.Relative))).IsSuccessStatusCode);

        Assert.NotEmpty(made);
        using var back = host.With(made);
        Assert.Equal(HttpStatusCode.Unauthorized, (await back.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    private static async Task<SigningIn> ByKeyAsync(ApiHost host, string key)
    {
        var browser = new SigningIn(host);
        await browser.SendAsync("/sign-in", "/sign-in", ("key", key));
        Assert.True(await browser.IsInAsync());
        return browser;
    }
}
