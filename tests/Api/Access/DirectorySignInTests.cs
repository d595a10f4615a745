using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
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

    [Theory]
    [InlineData("N007")]
    [InlineData("ann.okafor")]
    public async Task Six_wrong_tries_and_the_directory_is_not_asked_for_five_minutes(string name)
    {
        var directory = new SmallDirectory();
        await using var host = await HostAsync(directory: directory);
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var thief = new SigningIn(host);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PasswordAsync(name, "guessed " + i)).StatusCode);
        }

        Assert.Equal(6, directory.Asked);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PasswordAsync(name, "from the directory")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PasswordAsync($"  {name.ToUpperInvariant()} ", "from the directory")).StatusCode);
        Assert.True(directory.Asked == 6, "Who guesses has nobody locked in the directory.");

        host.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.PasswordAsync(name, "from the directory")).StatusCode);
    }

    [Theory]
    [InlineData("N007")]
    [InlineData("ann.okafor")]
    public async Task A_right_password_forgets_wrong_tries(string name)
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var browser = new SigningIn(host);
        for (var i = 0; i < 3; i++)
        {
            for (var wrong = 0; wrong < 4; wrong++)
            {
                await browser.PasswordAsync(name, "wrong");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await browser.PasswordAsync(name, "from the directory")).StatusCode);
            await browser.SendAsync("/account", "/sign-out");
        }
    }

    [Theory]
    [InlineData("N007")]
    [InlineData("ann.okafor")]
    public async Task Tries_while_it_is_away_lock_nobody(string name)
    {
        var directory = new SmallDirectory { IsAway = true };
        await using var host = await HostAsync(directory: directory);
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        using var browser = new SigningIn(host);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.PasswordAsync(name, "from the directory")).StatusCode);
        }

        directory.IsAway = false;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PasswordAsync(name, "from the directory")).StatusCode);
    }

    [Theory]
    [InlineData("N007", "guessed", "wrong password")]
    [InlineData("ann.okafor", "guessed", "wrong password")]
    [InlineData("ben", "from the directory", "not active")]
    public async Task A_refusal_of_somebody_who_exists_is_audited_as_the_directorys(string name, string password, string why)
    {
        await using var host = await HostAsync();
        await host.Admin.PutAsync("/api/v1/people/N007", """{"name":"Ann"}""");
        await host.Admin.PutAsync("/api/v1/people/N008", """{"name":"Ben","active":false}""");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync(name, password);
        await browser.PasswordAsync("nobody at all", "guessed");
        var entry = Assert.Single(await RefusedAsync(host));
        Assert.Contains(name == "ben" ? "person:N008" : "person:N007", entry, StringComparison.Ordinal);
        Assert.Contains("Directory", entry, StringComparison.Ordinal);
        Assert.Contains(why, entry, StringComparison.Ordinal);
    }

    private static async Task<string[]> RefusedAsync(ApiHost host) =>
        [.. (await (await host.Admin.GetPathAsync("/api/v1/audit?action=session.refuse")).ReadAsync()).At("items").EnumerateArray().Select(e => e.ToString())];

    private static Task<ApiHost> HostAsync(Dictionary<string, string?>? settings = null, SmallDirectory? directory = null) =>
        ApiHost.StartAsync(settings: settings, services: s => s.AddSingleton<IPasswordDirectory>(directory ?? new SmallDirectory()));

    private sealed class SmallDirectory : IPasswordDirectory
    {
        public int Asked { get; private set; }

        public bool IsAway { get; set; }

        public Task<DirectoryAnswer> CheckAsync(string userName, string password, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(IsAway ? DirectoryAnswer.Unreachable("no route") : Answer(userName, password));
        }

        private static DirectoryAnswer Answer(string userName, string password) => (userName, password) switch
        {
            ("away", _) => DirectoryAnswer.Unreachable("no route"),
            ("locked", _) => DirectoryAnswer.Locked,
            ("ann.okafor", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u1", "N007", "Ann", ["cn=oncall rota,ou=groups,dc=hospital"])),
            ("stranger", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u2", "N404", "Stranger", [])),
            ("without.number", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u3", null, "Without", [])),
            ("N007", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u1", "N007", "Ann", [])),
            ("ben", "from the directory") => DirectoryAnswer.Known(new DirectoryPerson("u4", "N008", "Ben", [])),
            ("ann.okafor", _) => DirectoryAnswer.Refused with { RefusedNo = "N007" },
            _ => DirectoryAnswer.Refused,
        };
    }
}
