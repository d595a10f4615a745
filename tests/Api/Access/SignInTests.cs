using System.Net;
using AngleSharp.Html.Parser;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task A_browser_without_a_session_is_sent_to_the_form_and_back()
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = Browser(host);
        var sent = await browser.GetAsync(new Uri("/api-docs-or-a-screen", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/sign-in?to=%2Fapi-docs-or-a-screen", sent.Headers.Location?.ToString());

        var answer = await SignInAsync(browser, ApiHost.AdminKey, "/api-docs-or-a-screen");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/api-docs-or-a-screen", answer.Headers.Location?.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("oncall-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("/board\n")]
    public async Task Nobody_is_sent_out_of_the_house(string to)
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = Browser(host);
        Assert.Equal("/", (await SignInAsync(browser, ApiHost.AdminKey, to)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_key_and_a_systems_key_open_no_session()
    {
        await using var host = await ApiHost.StartAsync();
        var lab = (await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""")).ReadAsync()).Text("key")!;
        foreach (var key in new[] { "wrong", "", lab })
        {
            using var browser = Browser(host);
            var answer = await SignInAsync(browser, key, "/");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = Browser(host);
        using var form = new FormUrlEncodedContent([new("key", ApiHost.AdminKey)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form)).StatusCode);
    }

    [Fact]
    public async Task A_session_changes_nothing_through_the_api_without_a_token()
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = Browser(host);
        await SignInAsync(browser, ApiHost.AdminKey, "/");
        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "forged-request", await browser.PutAsync("/api/v1/org-units/x", """{"name":"X"}"""));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.GetPathAsync("/api/v1/org-units/x")).StatusCode);
    }

    [Fact]
    public async Task Revoking_the_key_ends_the_session()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        var key = await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync();
        using var browser = Browser(host);
        await SignInAsync(browser, key.Text("key")!, "/");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetPathAsync("/api/v1/people/N001")).StatusCode);

        await host.Admin.DeleteAsync(new Uri("/api/v1/keys/" + key.Text("id"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetPathAsync("/api/v1/people/N001")).StatusCode);
    }

    private static HttpClient Browser(ApiHost host)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return browser;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string key, string to)
    {
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var token = new HtmlParser().ParseDocument(page).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("key", key), new("to", to)]);
        return await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
    }
}
