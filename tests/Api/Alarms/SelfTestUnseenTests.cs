using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Api.Tests.Audit;
using OnCall.Application.Alarms;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Alarms;

/// <summary>The page of each minute goes through the whole program, and nobody sees anything of it.</summary>
public sealed class SelfTestUnseenTests
{
    [Theory]
    [InlineData("/api/v1/pages")]
    [InlineData("/api/v1/roles")]
    [InlineData("/api/v1/people")]
    [InlineData("/api/v1/rosters")]
    [InlineData("/api/v1/rosters/gaps")]
    [InlineData("/api/v1/me/inbox")]
    [InlineData("/api/v1/audit?subject=page:")]
    [InlineData("/board")]
    [InlineData("/page")]
    [InlineData("/")]
    public async Task It_is_on_no_list(string path)
    {
        await using var host = await ApiHost.StartAsync();
        await RunAsync(host);

        var shown = await (await host.Admin.GetPathAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("self-test", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task That_a_board_reads_it_is_not_in_the_audit_trail()
    {
        await using var host = await ApiHost.StartAsync();
        var page = await RunAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.GetPathAsync($"/api/v1/pages/{page.Id}")).StatusCode);
        Assert.Empty(await host.EntriesAsync("page.read"));
    }

    [Theory]
    [InlineData("/api/v1/roles/oncall/self-test", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/people/oncall%2Fself-test", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/roles/resolve?role=oncall/self-test", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/pages?role=oncall/self-test", HttpStatusCode.NotFound)]
    public async Task It_cannot_be_asked_for(string path, HttpStatusCode status)
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(status, (await host.Admin.GetPathAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Nobody_can_have_its_code_page_it_or_make_its_person()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(422, (int)(await host.Admin.PutAsync("/api/v1/roles/oncall/self-test", """{"name":"Mine"}""")).StatusCode);
        Assert.Equal(422, (int)(await host.Admin.PutAsync("/api/v1/people/oncall%2Fself-test", """{"name":"Mine"}""")).StatusCode);
        Assert.Equal(422, (int)(await host.Admin.PostAsync("/api/v1/keys", """{"person":"oncall/self-test"}""")).StatusCode);
        using var page = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"oncall/self-test","urgency":"code"}""") };
        page.Headers.Add("Idempotency-Key", "by-hand");
        Assert.Equal(404, (int)(await host.Admin.SendAsync(page, TestContext.Current.CancellationToken)).StatusCode);
    }

    // As the loop and the lane do it.
    private static async Task<PageView> RunAsync(ApiHost host)
    {
        var test = host.Services.GetRequiredService<RunSelfTest>();
        var page = await test.StartAsync(CancellationToken.None);
        Assert.NotNull(page);
        var sender = host.Services.GetRequiredService<SendNotifications>();
        foreach (var claimed in await sender.ClaimAsync(ContactMethodKind.InApp, Urgency.Routine, 10, CancellationToken.None))
        {
            await sender.SendAsync(claimed, CancellationToken.None);
        }

        Assert.True(await test.AnswerAsync(page, CancellationToken.None));
        return page;
    }
}
