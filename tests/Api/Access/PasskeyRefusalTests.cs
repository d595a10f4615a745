using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>Passkeys themselves are tried in a browser, among the tests of the screens.</summary>
public sealed class PasskeyRefusalTests
{
    private static readonly byte[] Id = [1, 2, 3, 4, 5, 6, 7, 8];

    [Fact]
    public async Task A_passkey_that_is_somebodys_and_proves_nothing_is_audited()
    {
        await using var host = await WithPasskeyAsync();
        await TryAsync(host, """{"id":"AQIDBAUGBwg","rawId":"AQIDBAUGBwg","type":"public-key","response":{}}""");
        var entry = Assert.Single(await RefusedAsync(host));
        Assert.Contains("person:N001", entry, StringComparison.Ordinal);
        Assert.Contains("Passkey", entry, StringComparison.Ordinal);
        Assert.Contains("wrong passkey", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}""")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":"%%"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_is_nobodys_is_in_no_trail(string credential)
    {
        await using var host = await WithPasskeyAsync();
        await TryAsync(host, credential);
        Assert.Empty(await RefusedAsync(host));
    }

    private static async Task<ApiHost> WithPasskeyAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        var ann = (await host.Services.GetRequiredService<IAccountStore>().FindAsync("N001", CancellationToken.None))!;
        var now = host.Clock.Now;
        var passkey = new Passkey(Id, ann.Person, "Phone", "{}", now, null);
        Assert.True(await host.Services.GetRequiredService<IPasskeyStore>().AddAsync(passkey, SignInTrail.Own(now, "N001", "passkey.add"), CancellationToken.None));
        return host;
    }

    private static async Task TryAsync(ApiHost host, string credential)
    {
        using var browser = new HttpClient { BaseAddress = host.Address };
        await browser.PostAsync(new Uri("/sign-in/passkey/options", UriKind.Relative), null);
        var answer = await browser.PostAsJsonAsync(new Uri("/sign-in/passkey", UriKind.Relative), new { credential });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string[]> RefusedAsync(ApiHost host) =>
        [.. (await (await host.Admin.GetPathAsync("/api/v1/audit?action=session.refuse")).ReadAsync()).At("items").EnumerateArray().Select(e => e.ToString())];
}
