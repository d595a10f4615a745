using System.Net;
using AngleSharp;
using AngleSharp.Html.Parser;
using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class PasswordSignInTests
{
    [Fact]
    public async Task An_invitation_sets_a_password_once_and_the_password_signs_in()
    {
        await using var host = await ApiHost.StartAsync();
        var link = await People.InviteAsync(host, "N001");
        using var first = new SigningIn(host);
        Assert.Contains("Ann N001", (await first.SeeAsync(link)).Body!.TextContent, StringComparison.Ordinal);
        var weak = await first.SendAsync(link, link, ("password", "password1234"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);

        Assert.Equal("/account", (await first.SendAsync(link, link, ("password", People.Password))).Headers.Location?.ToString());
        Assert.True(await first.IsInAsync());

        using var second = new SigningIn(host);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(link)).StatusCode);
        Assert.Equal("/board", (await second.PasswordAsync("n001", People.Password, to: "/board")).Headers.Location?.ToString());
        Assert.True(await second.IsInAsync());
    }

    [Fact]
    public async Task An_open_invitation_ends_with_a_new_password_and_with_a_reset_of_the_second_factor()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var owner = new SigningIn(host);
        using var thief = new SigningIn(host);
        foreach (var byReset in new[] { false, true })
        {
            var link = (await (await host.Admin.PostAsync("/api/v1/people/N001/invitation", "{}")).ReadAsync()).Text("link")!;
            if (byReset)
            {
                await host.Admin.DeleteAsync(new Uri("/api/v1/people/N001/second-factor", UriKind.Relative), TestContext.Current.CancellationToken);
            }
            else
            {
                await owner.PasswordAsync("N001", People.Password);
                await owner.SendAsync("/account", "/account/password", ("current", People.Password), ("password", "cactus violin teapot"));
            }

            Assert.Equal(HttpStatusCode.NotFound, (await thief.GetAsync(link)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_guesses_does_not_learn_who_works_here()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        await host.Admin.PutAsync("/api/v1/people/N002", """{"name":"Without a password"}""");
        var answers = new List<string>();
        foreach (var number in new[] { "N001", "N002", "N404" })
        {
            using var browser = new SigningIn(host);
            var answer = await browser.PasswordAsync(number, "violin cactus teapot");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var shown = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            shown.QuerySelector("input[name=__RequestVerificationToken]")!.Remove();
            answers.Add(shown.ToHtml().Replace(number, "N", StringComparison.Ordinal));
            Assert.False(await browser.IsInAsync());
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Six_wrong_tries_lock_the_password_for_five_minutes_and_a_session_goes_on()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var open = new SigningIn(host);
        await open.PasswordAsync("N001", People.Password);

        using var thief = new SigningIn(host);
        for (var i = 0; i < 6; i++)
        {
            await thief.PasswordAsync("N001", "violin cactus teapot");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.PasswordAsync("N001", People.Password)).StatusCode);
        Assert.True(await open.IsInAsync());
        host.Clock.Advance(Duration.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.PasswordAsync("N001", People.Password)).StatusCode);
    }

    [Fact]
    public async Task On_a_shared_computer_a_session_ends_after_ten_minutes_without_a_touch_and_on_ones_own_it_lasts()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var shared = new SigningIn(host);
        using var own = new SigningIn(host);
        await shared.PasswordAsync("N001", People.Password);
        await own.PasswordAsync("N001", People.Password, own: true);

        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(Duration.FromMinutes(9));
            Assert.True(await shared.IsInAsync(), "It is used.");
        }

        host.Clock.Advance(Duration.FromMinutes(10));
        Assert.False(await shared.IsInAsync());
        host.Clock.Advance(Duration.FromHours(13));
        Assert.True(await own.IsInAsync());
        host.Clock.Advance(Duration.FromHours(14));
        Assert.False(await own.IsInAsync());
    }

    [Fact]
    public async Task A_screen_that_looks_for_news_by_itself_keeps_nobody_signed_in_but_the_board_does()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001", """[{"permission":"dispatcher"}]""");
        foreach (var (path, stays) in new[] { ("/", false), ("/board", true) })
        {
            using var browser = new SigningIn(host, live: true);
            await browser.PasswordAsync("N001", People.Password);
            for (var i = 0; i < 2; i++)
            {
                host.Clock.Advance(Duration.FromMinutes(6));
                await browser.GetAsync(path);
            }

            Assert.Equal(stays, await browser.IsInAsync());
        }
    }

    [Fact]
    public async Task Who_signs_in_where_somebody_is_in_ends_that_session_and_no_other()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        await People.MakeAsync(host, "N002");
        using var ward = new SigningIn(host);
        using var elsewhere = new SigningIn(host);
        await ward.PasswordAsync("N001", People.Password);
        await elsewhere.PasswordAsync("N001", People.Password);
        var ofAnn = await SessionsAsync(elsewhere);
        await ward.PasswordAsync("N002", People.Password);
        Assert.Equal(ofAnn - 1, await SessionsAsync(elsewhere));

        var ofBen = await SessionsAsync(ward);
        await ward.PasswordAsync("N002", People.Password);
        Assert.Equal(ofBen, await SessionsAsync(ward));
    }

    [Fact]
    public async Task A_wrong_password_of_now_is_audited_as_its_owners_and_so_is_one_that_is_locked()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        for (var i = 0; i < 7; i++)
        {
            var answer = await browser.SendAsync("/account", "/account/password", ("current", "guessed"), ("password", "violin cactus teapot"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        var refused = await host.RefusedAsync("account.refuse");
        Assert.Equal(("person:N001", "person:N001", "Password", "locked"), refused[0]);
        Assert.Equal(Enumerable.Repeat(("person:N001", "person:N001", "Password", "wrong password"), 6), refused[1..]);
        Assert.DoesNotContain("guessed", await (await host.Admin.GetPathAsync("/api/v1/audit")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_password_here_or_has_left_is_audited_where_there_is_no_directory()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        await People.MakeAsync(host, "N002");
        await host.Admin.PutAsync("/api/v1/people/N002", """{"name":"Ben","active":false}""");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        await browser.PasswordAsync("N002", People.Password);
        await browser.PasswordAsync("N404", People.Password);
        Assert.Equal(
            [("anonymous", "person:N002", "Password", "not active"), ("anonymous", "person:N001", "Password", "no password")],
            await host.RefusedAsync("session.refuse"));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_others_at_once()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var here = new SigningIn(host);
        using var there = new SigningIn(host);
        await here.PasswordAsync("N001", People.Password);
        await there.PasswordAsync("N001", People.Password);
        await here.SendAsync("/account", "/account/everywhere");
        Assert.False(await there.IsInAsync());
        Assert.True(await here.IsInAsync());

        var left = await here.SendAsync("/account", "/sign-out");
        Assert.False(await here.IsInAsync());
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(left.Headers.GetValues("Clear-Site-Data")));
    }

    [Fact]
    public async Task Changing_the_password_wants_the_old_one_and_a_fresh_sign_in_and_ends_every_other_session()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var here = new SigningIn(host);
        using var there = new SigningIn(host);
        await here.PasswordAsync("N001", People.Password, own: true);
        await there.PasswordAsync("N001", People.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.SendAsync("/account", "/account/password", ("current", "wrong"), ("password", "lantern orchid gravel"))).StatusCode);
        Assert.True(await there.IsInAsync());
        Assert.Equal(HttpStatusCode.OK, (await here.SendAsync("/account", "/account/password", ("current", People.Password), ("password", "lantern orchid gravel"))).StatusCode);
        Assert.False(await there.IsInAsync());
        Assert.True(await here.IsInAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.PasswordAsync("N001", People.Password)).StatusCode);

        host.Clock.Advance(Duration.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Forbidden, (await here.SendAsync("/account", "/account/password", ("current", "lantern orchid gravel"), ("password", People.Password))).StatusCode);
    }

    [Fact]
    public async Task Who_leaves_is_out_and_an_administrator_signs_a_person_out()
    {
        await using var host = await ApiHost.StartAsync();
        await People.MakeAsync(host, "N001");
        using var browser = new SigningIn(host);
        await browser.PasswordAsync("N001", People.Password);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.DeleteAsync(new Uri("/api/v1/people/N001/sessions", UriKind.Relative))).StatusCode);
        Assert.False(await browser.IsInAsync());

        await browser.PasswordAsync("N001", People.Password);
        Assert.True(await browser.IsInAsync());
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann N001","active":false}""");
        Assert.False(await browser.IsInAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PasswordAsync("N001", People.Password)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_of_a_unit_invites_nobody_who_may_more_than_they()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}""");
        await People.MakeAsync(host, "N001", """[{"permission":"admin","orgUnit":"ward"}]""", "ward");
        await host.Admin.PutAsync("/api/v1/people/N002", """{"name":"Bo","orgUnit":"ward"}""");
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"N001"}""")).ReadAsync()).Text("key")!;
        using var ward = host.With(key);
        Assert.Equal(HttpStatusCode.Created, (await ward.PostAsync("/api/v1/people/N002/invitation", "{}")).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ward.PostAsync("/api/v1/people/admin/invitation", "{}"));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ward.DeleteAsync(new Uri("/api/v1/people/admin/second-factor", UriKind.Relative)));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ward.DeleteAsync(new Uri("/api/v1/people/admin/sessions", UriKind.Relative)));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ward.PutAsync("/api/v1/second-factor-rules", """{"permissions":[]}"""));
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ward.PostAsync("/api/v1/people/N404/invitation", "{}"));
    }

    private static async Task<int> SessionsAsync(SigningIn browser) =>
        (await (await browser.GetAsync("/api/v1/me/sessions")).ReadAsync()).At("items").GetArrayLength();
}
