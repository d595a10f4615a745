using Microsoft.Playwright;
using NodaTime.Extensions;
using OnCall.Api.Tests.OpenId;
using OnCall.Ldap.Tests.Support;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests;

/// <summary>People sign in by what others know of them: a real provider of OpenID Connect, a real directory.</summary>
public sealed class ByOthersTests(Chromium chromium)
{
    private const string Name = "oncall.hospital.example";

    [Fact]
    public async Task A_nurse_signs_in_by_the_hospitals_provider_over_https()
    {
        await using var provider = await Provider.StartAsync();
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority(folder, "hospital");
        var (certificate, key) = authority.Issue(Name);
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0",
            ["Kestrel:Endpoints:Https:Certificate:Path"] = certificate,
            ["Kestrel:Endpoints:Https:Certificate:KeyPath"] = key,
            ["OnCall:PublicUrl"] = "https://" + Name,
            ["OnCall:SignIn:OpenId:Authority"] = provider.Issuer,
            ["OnCall:SignIn:OpenId:RequireHttps"] = "false",
            ["OnCall:SignIn:OpenId:ClientId"] = "oncall",
            ["OnCall:SignIn:OpenId:ClientSecret"] = "a secret: of 100% + oncall",
            ["OnCall:SignIn:OpenId:Name"] = "Staff Login",
        });
        host.Clock.Now = TimeProvider.System.GetCurrentInstant();
        var (browser, window) = await chromium.OpenAsAsync(Name, host.Address.Port);
        await using var closing = browser;
        await MakeAsync(host, authority, "N001", "Ann");

        await window.GotoAsync("/sign-in");
        await window.KeepAsync("sign-in-with-provider");
        await window.GetByRole(AriaRole.Link, new() { Name = "Sign in with Staff Login" }).ClickAsync();
        await window.Locator("input[name=login]").FillAsync("ann");
        await window.Locator("input[name=password]").FillAsync("any");
        await window.KeepAsync("at-the-provider", ours: false);
        await window.Locator("button[type=submit]").ClickAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();
        await window.ShowsAsync("Ann");
        await window.KeepAsync("in-by-provider");
        var session = (await window.Context.CookiesAsync()).Single(c => c.Name == "oncall-session");
        Assert.Equal((true, true), (session.Secure, session.HttpOnly));
    }

    [Fact]
    public async Task A_physician_signs_in_with_the_password_of_the_hospitals_directory()
    {
        using var folder = new TemporaryFolder();
        using var authority = new TestAuthority(folder, "hospital");
        await using var slapd = await Slapd.StartAsync(authority.Issue("127.0.0.1"), TestPeople.Entries());
        await using var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:SignIn:Ldap:Host"] = "127.0.0.1",
            ["OnCall:SignIn:Ldap:Port"] = $"{slapd.SecurePort}",
            ["OnCall:SignIn:Ldap:CaFile"] = authority.File,
            ["OnCall:SignIn:Ldap:BindDn"] = TestPeople.Reader,
            ["OnCall:SignIn:Ldap:BindPassword"] = TestPeople.ReaderPassword,
            ["OnCall:SignIn:Ldap:PeopleBase"] = TestPeople.People,
            ["OnCall:SignIn:Ldap:GroupsBase"] = TestPeople.Groups,
            ["OnCall:SignIn:Ldap:TimeoutSeconds"] = "30",
            ["OnCall:SignIn:Groups:0:Group"] = TestPeople.Group("physicians"),
            ["OnCall:SignIn:Groups:0:Permission"] = "dispatcher",
        });
        await host.Admin.PutAsync("/api/v1/people/1001", """{"name":"Amir Haddad"}""");
        var window = await chromium.OpenAsync(host.Address);

        await window.GotoAsync("/board");
        await window.GetByLabel("Employee number").FillAsync("amir");
        await window.GetByLabel("Password").FillAsync("a wrong one of amir");
        await window.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(window.GetByRole(AriaRole.Alert).First).ToContainTextAsync("do not fit");
        await window.GetByLabel("Password").FillAsync(TestPeople.PasswordOf("amir"));
        await window.KeepAsync("sign-in-by-directory");
        await window.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        // The board is a dispatcher's: a group of groups of the directory makes him one.
        await window.ShowsAsync("Amir Haddad");
        await Assertions.Expect(window).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/board$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await window.KeepAsync("in-by-directory");
    }

    // The client of the host knows no certificate of this authority.
    private static async Task MakeAsync(ApiHost host, TestAuthority authority, string number, string name)
    {
        var trust = new System.Security.Cryptography.X509Certificates.X509ChainPolicy
        {
            TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust,
            RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck,
        };
        trust.CustomTrustStore.ImportFromPemFile(authority.File);
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Host = Name;
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiHost.AdminKey);
        (await client.PutAsync("/api/v1/people/" + number, $$"""{"name":"{{name}}"}""")).EnsureSuccessStatusCode();
    }
}
