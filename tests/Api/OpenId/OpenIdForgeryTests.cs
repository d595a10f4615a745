using Microsoft.AspNetCore.WebUtilities;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.OpenId;

/// <summary>Answers of the provider that are not to this browser's question.</summary>
public sealed class OpenIdForgeryTests
{
    private const string Lost = "/sign-in?why=lost";

    [Fact]
    public async Task An_answer_is_good_once()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        var callback = await browser.ToCallbackAsync("ann");
        Assert.Equal("/", await browser.ComeBackAsync(callback));
        Assert.Equal(Lost, await browser.ComeBackAsync(callback));
        Assert.Contains("was not begun here, was used already", await browser.SeeAsync(Lost), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_one_browser_is_worth_nothing_in_another()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var thief = new Visitor(host);
        using var victim = new Visitor(host);
        var callback = await thief.ToCallbackAsync("bob");
        Assert.Equal(Lost, await victim.ComeBackAsync(callback));
        Assert.False(await victim.IsInAsync());
    }

    [Fact]
    public async Task A_code_with_the_state_of_another_sign_in_is_worth_nothing()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var thief = new Visitor(host);
        using var victim = new Visitor(host);
        var stolen = QueryHelpers.ParseQuery((await thief.ToCallbackAsync("bob")).Query)["code"]!;
        var own = await victim.ToCallbackAsync("ann");
        Assert.Equal(Lost, await victim.ComeBackAsync(With(own, "code", stolen!)));
        Assert.False(await victim.IsInAsync());
    }

    [Theory]
    [InlineData("state", "nobody-made-this", "lost")]
    [InlineData("state", "", "lost")]
    [InlineData("code", "", "untrusted")]
    [InlineData("iss", "https://elsewhere.example", "untrusted")]
    public async Task A_changed_answer_is_refused(string name, string value, string why)
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        Assert.Equal("/sign-in?why=" + why, await browser.ComeBackAsync(With(await browser.ToCallbackAsync("ann"), name, value)));
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task An_id_token_for_another_question_is_refused()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host) { Touch = address => address.AbsolutePath == "/auth" ? With(address, "nonce", "of-another-question") : address };
        Assert.Equal("/sign-in?why=untrusted", await browser.SignInAsync("ann"));
        Assert.False(await browser.IsInAsync());
    }

    [Theory]
    [InlineData("code_challenge", "")]
    [InlineData("code_challenge_method", "plain")]
    public async Task The_code_is_bound_to_who_asked_for_it(string name, string value)
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host) { Touch = address => address.AbsolutePath == "/auth" ? With(address, name, value) : address };
        Assert.Equal("/sign-in?why=denied", await browser.SignInAsync("ann"));
    }

    [Fact]
    public async Task Who_goes_back_at_the_provider_is_told_so_and_may_try_again()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        var callback = With(With(await browser.ToCallbackAsync("ann", to: "/board"), "code", ""), "error", "access_denied");
        Assert.Equal("/sign-in?why=denied&to=%2Fboard", await browser.ComeBackAsync(callback));
        Assert.Equal("/board", await browser.SignInAsync("ann", to: "/board"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Nobody_is_sent_out_of_the_house(string to)
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        Assert.Equal("/", await browser.SignInAsync("ann", to));
    }

    private static Uri With(Uri address, string name, string value)
    {
        var query = QueryHelpers.ParseQuery(address.Query).ToDictionary(p => p.Key, p => (string?)p.Value.ToString(), StringComparer.Ordinal);
        _ = value.Length > 0 ? (query[name] = value) is null : query.Remove(name);
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
    }
}
