using System.Net;
using System.Net.Http.Json;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Screens.Wording;

/// <summary>What goes wrong beside the screens is told in the language that the browser asks for; programs read English.</summary>
public sealed class ToldToBrowsersTests
{
    [Theory]
    [InlineData("ja", "ja", "ここには何もありません", "/nowhere-at-all はありません。", "OnCall に戻る")]
    [InlineData("zh-CN", "zh-Hans", "此处没有内容", "没有 /nowhere-at-all。", "返回 OnCall")]
    [InlineData("fr", "en", "Nothing is here", "There is no /nowhere-at-all.", "Back to OnCall")]
    public async Task A_page_that_is_not_there(string asked, string tag, string title, string detail, string back)
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere-at-all");
        request.Headers.AcceptLanguage.ParseAdd(asked);
        var page = await nurse.SendAsync(request);

        Assert.Equal(404, nurse.Status);
        Assert.Equal(tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"{title}{detail}{back}", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_passkey_that_is_not_known()
    {
        await using var host = await ApiHost.StartAsync();
        using var browser = Asking(host, "ja");
        using var answer = await browser.PostAsJsonAsync(new Uri("/sign-in/passkey", UriKind.Relative), new { credential = "{}" }, TestContext.Current.CancellationToken);
        var problem = await answer.ReadAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            ("urn:oncall:problem:unknown-passkey", "このパスキーは登録されていません", "別のパスキーを使うか、パスワードでサインインしてください。"),
            (problem.At("type").GetString(), problem.At("title").GetString(), problem.At("detail").GetString()));
    }

    [Fact]
    public async Task A_program_reads_English_whatever_it_accepts()
    {
        await using var host = await ApiHost.StartAsync();
        host.Admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        var problem = await (await host.Admin.GetPathAsync("/api/v1/me/devices/key")).ReadAsync();
        Assert.Equal("Pushes are not set up here", problem.At("title").GetString());
    }

    private static HttpClient Asking(ApiHost host, string language)
    {
        var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }
}
