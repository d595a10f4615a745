using System.Globalization;
using System.Net;
using OnCall.Api.Tests.Access;
using OnCall.Api.Tests.Pages;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Limits;

/// <summary>Whoever asks too much is held up; what a patient may be waiting for is not.</summary>
public sealed class RateLimitTests
{
    private const string Roles = "/api/v1/roles";

    [Fact]
    public async Task A_key_that_asks_too_much_is_told_when_to_come_again_and_others_are_served()
    {
        await using var host = await StartAsync(("PerKey", "8"));
        var lab = host.With(await KeyAsync(host, "lab"));

        var refused = await AskTooMuchAsync(lab, Roles);

        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, "too-many-requests", refused);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 8);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync(Roles)).StatusCode);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("code")]
    [InlineData("critical-result")]
    public async Task Who_has_asked_too_much_still_pages_acknowledges_and_steers(string urgency)
    {
        await using var host = await StartAsync(("PerKey", "8"), ("RoutinePages", "1"));
        var page = await host.PagedAsync();
        var other = await host.PagedAsync();
        await AskTooMuchAsync(host.Admin, Roles);

        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.Created, (await host.Admin.PageAsync($$"""{"role":"ward","urgency":"{{urgency}}"}""")).StatusCode);
        }

        await host.MoveAsync(page, "take-over");
        await host.MoveAsync(page, "acknowledge", """{"readBack":"4.1"}""");
        await host.MoveAsync(page, "resolve", """{"outcome":"Seen"}""");
        await host.MoveAsync(other, "escalate");
        await host.MoveAsync(other, "cancel");
    }

    [Fact]
    public async Task Routine_pages_by_the_hundred_are_held_up_and_an_urgent_one_passes_between_them()
    {
        await using var host = await StartAsync(("RoutinePages", "2"));
        await host.PagedAsync();
        const string Routine = """{"role":"ward","urgency":"routine"}""";
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PageAsync(Routine)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PageAsync(Routine)).StatusCode);

        var refused = await host.Admin.PageAsync(Routine);

        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, "too-many-routine-pages", refused);
        Assert.True(refused.Headers.Contains("Retry-After"));
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PageAsync("""{"role":"ward","urgency":"urgent"}""")).StatusCode);
        Assert.Equal(4, (await (await host.Admin.GetPathAsync(PageRequests.Pages)).ReadAsync()).At("items").GetArrayLength());
    }

    [Fact]
    public async Task Strangers_are_counted_by_their_address_and_keys_and_sessions_there_go_on()
    {
        await using var host = await StartAsync(("PerAddress", "8"));
        await People.MakeAsync(host, "N001");
        using var nurse = new SigningIn(host);
        await nurse.PasswordAsync("N001", People.Password);

        var refused = await AskTooMuchAsync(host.Anonymous, Roles);

        await ProblemAssert.IsAsync(HttpStatusCode.TooManyRequests, "too-many-requests", refused);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync(Roles)).StatusCode);
        Assert.True(await nurse.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous.GetPathAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_passwords_from_one_address_is_slowed_down_and_who_is_in_stays_in()
    {
        await using var host = await StartAsync(("SignInsPerAddress", "6"));
        await People.MakeAsync(host, "N001");
        using var nurse = new SigningIn(host);
        await nurse.PasswordAsync("N001", People.Password);
        using var thief = new SigningIn(host);
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            answer = await thief.PasswordAsync("N404", "violin cactus teapot");
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++tries < 20);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        using var key = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        key.Headers.Add("Authorization", "Bearer " + ApiHost.AdminKey);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Anonymous.SendAsync(key, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("Too many requests", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(await nurse.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await nurse.PostAsync("/sign-in/passkey/options", "")).StatusCode);
    }

    [Fact]
    public async Task A_person_who_has_asked_too_much_still_answers_pages_on_their_screens()
    {
        await using var host = await StartAsync(("PerPerson", "40"));
        await People.MakeAsync(host, "N001", """[{"permission":"dispatcher"}]""");
        var page = await host.PagedAsync();
        using var nurse = new SigningIn(host);
        await nurse.PasswordAsync("N001", People.Password);
        var token = (await nurse.SeeAsync("/pages/" + page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        HttpStatusCode status;
        var asked = 0;
        do
        {
            status = (await nurse.GetAsync("/account")).StatusCode;
        }
        while (status != HttpStatusCode.TooManyRequests && ++asked < 80);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        var answer = await nurse.PostAsync($"/pages/{page}/acknowledge", token);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("acknowledged", (await (await host.Admin.GetPathAsync($"{PageRequests.Pages}/{page}")).ReadAsync()).Text("state"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await nurse.PostAsync("/presets/arrest/call", token)).StatusCode);
    }

    private static async Task<ApiHost> StartAsync(params (string Name, string Value)[] limits)
    {
        var host = await ApiHost.StartAsync(settings: limits.ToDictionary(l => "OnCall:Limits:" + l.Name, l => (string?)l.Value, StringComparer.Ordinal));

        // The description is read along with the first problem, as long as it is given out.
        await ProblemAssert.IsAsync(HttpStatusCode.Unauthorized, "unauthenticated", await host.Anonymous.GetPathAsync(Roles));
        return host;
    }

    private static async Task<string> KeyAsync(ApiHost host, string integration) =>
        (await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"{{integration}}","permissions":[{"permission":"admin"}]}""")).ReadAsync()).Text("key")!;

    private static async Task<HttpResponseMessage> AskTooMuchAsync(HttpClient client, string path)
    {
        for (var i = 0; i < 20; i++)
        {
            var answer = await client.GetPathAsync(path);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return answer;
            }
        }

        throw new InvalidOperationException("Nothing was held up.");
    }
}
