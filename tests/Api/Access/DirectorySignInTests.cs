using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Access.Passwords;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>The directory itself is tried in its own project, against a real one.</summary>
public sealed class DirectorySignInTests
{
    [Fact]
    public async Task Whom_the_directory_knows_is_in_as_the_person_of_that_number()
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var browser = new SigningIn(host);
        Assert.Equal("/", (await browser.PasswordAsync("ann.okafor", "from the directory")).Headers.Location?.ToString());
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task The_directorys_groups_give_what_the_settings_say()
    {
        await using var host = await HostAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OnCall:SignIn:Groups:0:Group"] = "CN=OnCall Rota, OU=Groups, DC=hospital",
            ["OnCall:SignIn:Groups:0:Permission"] = "Scheduler",
        });
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("ann.okafor", "from the directory");
        var grants = (await (await host.Admin.GetPathAsync("/api/v1/people/N007")).ReadAsync()).At("permissions");
        Assert.Contains(grants.EnumerateArray(), g => g.Text("permission") == "scheduler");
    }

    [Theory]
    [InlineData("ann.okafor", "wrong")]
    [InlineData("nobody", "from the directory")]
    [InlineData("without.number", "from the directory")]
    [InlineData("stranger", "from the directory")]
    [InlineData("locked", "from the directory")]
    public async Task Whom_it_refuses_and_whom_the_house_does_not_know_is_not(string name, string password)
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var browser = new SigningIn(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PasswordAsync(name, password)).StatusCode);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Who_left_is_not_in_though_the_directory_has_them_still()
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann","active":false}""");
        using var browser = new SigningIn(host);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PasswordAsync("ann.okafor", "from the directory")).StatusCode);
    }

    [Fact]
    public async Task When_it_is_away_that_is_said_and_a_password_of_the_house_works_on()
    {
        await using var host = await HostAsync();
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        var answer = await browser.PasswordAsync("away", "from the directory");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("gives no answer now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PasswordAsync("N001", People.Password)).StatusCode);
    }

    private static Task<ApiHost> HostAsync(Dictionary<string, string?>? settings = null) => ApiHost.StartAsync(settings: settings, services: s => s.AddSingleton<IPasswordDirectory, SmallDirectory>());

    private sealed class SmallDirectory : IPasswordDirectory
    {
        public Task<DirectoryAnswer> CheckAsync(string userName, string password, CancellationToken cancellationToken) => Task.FromResult((userName, password) switch
        {
            ("away", _) => DirectoryAnswer.Unreachable("no route"),
            ("locked", _) => DirectoryAnswer.Locked,
            ("ann.okafor", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u1", "N007", "Ann", ["cn=oncall rota,ou=groups,dc=hospital"])),
            ("stranger", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u2", "N404", "Stranger", [])),
            ("without.number", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u3", null, "Without", [])),
            _ => DirectoryAnswer.Refused,
        });
    }
}
