using System.Net;
using NodaTime;
using NodaTime.Extensions;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.OpenId;

public sealed class ProviderAwayTests
{
    [Fact]
    public async Task A_provider_that_is_away_is_told_and_everything_else_goes_on_until_it_is_back()
    {
        var time = new ManualTime(TimeProvider.System.GetCurrentInstant());
        var provider = await Provider.StartAsync();
        await provider.DisposeAsync();
        await using var host = await House.StartAsync(provider.Issuer, time);
        using var browser = new Visitor(host);
        var said = await browser.SignInAsync("ann", to: "/board");
        Assert.Equal("/sign-in?why=away&to=%2Fboard", said);
        Assert.Contains("gives no answer now", await browser.SeeAsync(said), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync("/api/v1/roles")).StatusCode);

        await using var back = await Provider.StartAsync(new Uri(provider.Issuer).Port);
        time.Advance(Duration.FromSeconds(6));
        Assert.Equal("/", await browser.SignInAsync("ann"));
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_provider_that_goes_between_question_and_answer_is_told_too()
    {
        var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        var callback = await browser.ToCallbackAsync("ann");
        await provider.DisposeAsync();
        Assert.Equal("/sign-in?why=away", await browser.ComeBackAsync(callback));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_provider_that_signs_by_a_new_key_is_believed_at_once_and_the_old_key_no_longer()
    {
        var time = new ManualTime(TimeProvider.System.GetCurrentInstant());
        var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer, time);
        var old = new Tokens(provider).For("N001");
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync(old));
        await provider.DisposeAsync();

        await using var renewed = await Provider.StartAsync(new Uri(provider.Issuer).Port);
        time.Advance(Duration.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await host.OpensAsync(new Tokens(renewed).For("N001")));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.OpensAsync(old));
    }

    [Fact]
    public async Task A_provider_that_calls_itself_otherwise_is_not_the_one_that_was_meant()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        using var browser = new Visitor(host);
        Assert.Equal("/sign-in?why=away", await browser.SignInAsync("ann"));
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_nothing_answers()
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = new Visitor(host);
        Assert.DoesNotContain("id=\"provider\"", await browser.SeeAsync("/sign-in"), StringComparison.Ordinal);
        foreach (var path in new[] { "/sign-in/openid", "/sign-in/openid/callback?code=x&state=y" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.GetPathAsync(path)).StatusCode);
        }
    }
}
