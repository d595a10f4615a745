using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class SetUpTests
{
    private static readonly Dictionary<string, string?> Empty = new(StringComparer.Ordinal) { ["OnCall:BootstrapApiKey"] = "" };

    [Fact]
    public async Task The_first_start_is_set_up_with_the_code_of_the_server_and_then_never_again()
    {
        await using var host = await ApiHost.StartAsync(settings: Empty);
        using var browser = new SigningIn(host);
        Assert.Equal("/set-up", (await browser.GetAsync("/sign-in")).Headers.Location?.ToString());
        var file = Path.Combine(host.DataDirectory, "set-up-code.txt");
        var code = (await File.ReadAllTextAsync(file)).Trim();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(browser, "wrong", People.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(browser, code, "password1234")).StatusCode);
        Assert.Equal("/account", (await SendAsync(browser, code, People.Password)).Headers.Location?.ToString());
        Assert.True(await browser.IsInAsync());
        Assert.False(File.Exists(file));

        using var late = new SigningIn(host);
        Assert.Equal("/sign-in", (await late.GetAsync("/set-up")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await late.PasswordAsync("A1", People.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await late.GetAsync("/api/v1/second-factor-rules")).StatusCode);
    }

    [Fact]
    public async Task Where_there_is_somebody_there_is_no_code()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.False(File.Exists(Path.Combine(host.DataDirectory, "set-up-code.txt")));
        using var browser = new SigningIn(host);
        Assert.Equal("/sign-in", (await browser.GetAsync("/set-up")).Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> SendAsync(SigningIn browser, string code, string password) =>
        browser.SendAsync("/set-up", "/set-up", ("code", code), ("number", "A1"), ("name", "Ada Okafor"), ("password", password));
}
