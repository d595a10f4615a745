using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.OpenId;

public sealed class OpenIdSignInTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whom_the_provider_lets_in_is_in_and_where_they_wanted_to_go(bool claimsInIdToken)
    {
        await using var provider = await Provider.StartAsync(claimsInIdToken: claimsInIdToken);
        await using var host = await House.StartAsync(provider.Issuer);
        foreach (var (login, number) in new[] { ("ann", "N001"), ("bob", "2") })
        {
            using var browser = new Visitor(host);
            Assert.Contains("Sign in with Staff Login", await browser.SeeAsync("/sign-in"), StringComparison.Ordinal);
            Assert.Equal("/account", await browser.SignInAsync(login, to: "/account"));
            Assert.Contains($"<strong>{number}</strong>", await browser.SeeAsync("/account"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task On_a_shared_computer_the_provider_asks_again_and_on_ones_own_it_need_not()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        var asked = new List<string>();
        browser.Touch = address =>
        {
            asked.Add(address.PathAndQuery);
            return address;
        };

        await browser.SignInAsync("ann", own: true);
        Assert.DoesNotContain(asked, a => a.Contains("prompt=login", StringComparison.Ordinal));
        asked.Clear();
        await browser.SignInAsync("bob");
        Assert.Contains(asked, a => a.Contains("prompt=login", StringComparison.Ordinal));
        Assert.Contains("<strong>2</strong>", await browser.SeeAsync("/account"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same-origin", false)]
    [InlineData("none", false)]
    [InlineData("same-site", true)]
    [InlineData("cross-site", true)]
    [InlineData("", true)]
    public async Task A_link_that_is_not_of_the_house_signs_nobody_in_without_asking(string from, bool asks)
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host, from);
        var asked = new List<string>();
        browser.Touch = address =>
        {
            asked.Add(address.PathAndQuery);
            return address;
        };
        await browser.ToCallbackAsync("ann", own: true);
        Assert.Equal(asks, asked.Exists(a => a.Contains("prompt=login", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_provider_that_was_told_to_ask_and_answers_by_an_earlier_sign_in_is_not_believed()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        await browser.SignInAsync("ann", own: true);
        host.Clock.Advance(Duration.FromMinutes(5));

        // Somebody takes out that it is to ask; that it is to say when, the provider keeps to.
        browser.Touch = address => new Uri(address.ToString().Replace("prompt=login", "p=", StringComparison.Ordinal).Replace("max_age=120", "max_age=86400", StringComparison.Ordinal));
        Assert.StartsWith("/sign-in?why=untrusted", await browser.SignInAsync("ann"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("numberless")]
    public async Task Whom_the_house_does_not_know_is_told_so_and_is_not_in(string login)
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        using var browser = new Visitor(host);
        var said = await browser.SignInAsync(login, to: "/board");
        Assert.Equal("/sign-in?why=unknown&to=%2Fboard", said);
        Assert.Contains("You are not in OnCall&#x27;s directory", await browser.SeeAsync(said), StringComparison.Ordinal);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Who_left_is_not_in_and_the_audit_says_that_they_tried()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(provider.Issuer);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","active":false}""");
        using var browser = new Visitor(host);
        Assert.Equal("/sign-in?why=unknown", await browser.SignInAsync("ann"));
        Assert.False(await browser.IsInAsync());
        Assert.Contains("not active", await House.AuditAsync(host, "session.refuse"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ann", "false", false)]
    [InlineData("by one thing", "false", false)]
    [InlineData("by two things", "false", true)]
    [InlineData("by a strong class", "false", true)]
    [InlineData("ann", "true", true)]
    public async Task The_persons_own_second_factor_is_asked_for_unless_the_provider_has_seen_one(string login, string always, bool isIn)
    {
        await using var provider = await Provider.StartAsync(claimsInIdToken: true);
        await using var host = await House.StartAsync(provider.Issuer, ("OpenId:ProvesSecondFactor", always), ("OpenId:SecondFactorAcr", "urn:two-things"));
        await host.Admin.PutAsync("/api/v1/second-factor-rules", """{"permissions":["staff"]}""");
        using var browser = new Visitor(host);
        Assert.Equal(isIn ? "/" : "/sign-in/authenticator", await browser.SignInAsync(login));
        Assert.Equal(isIn, await browser.IsInAsync());
        if (!isIn)
        {
            Assert.Contains("name=\"code\"", await browser.SeeAsync("/sign-in/authenticator"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Groups_give_a_permission_at_the_sign_in_and_take_it_at_a_later_one()
    {
        await using var provider = await Provider.StartAsync();
        await using var host = await House.StartAsync(
            provider.Issuer, ("Groups:0:Group", "rota"), ("Groups:0:Permission", "scheduler"), ("Groups:1:Group", "Rota"), ("Groups:1:Permission", "admin"));
        using var browser = new Visitor(host);
        await browser.SignInAsync("ann");
        Assert.Equal("scheduler staff", await House.PermissionsAsync(host, "N001"));
        Assert.Contains("""
            "added":[{"permission":"scheduler","orgUnit":null}],"taken":[]
            """, await House.AuditAsync(host, "person.map-groups"), StringComparison.Ordinal);

        await provider.GroupsAsync();
        await browser.SignInAsync("ann");
        Assert.Equal("staff", await House.PermissionsAsync(host, "N001"));
    }
}
