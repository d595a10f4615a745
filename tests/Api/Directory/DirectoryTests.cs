using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Directory;

public sealed class DirectoryTests
{
    private const string Role = """
        {"name":"Cardiology – duty physician","aliases":["Cardio on call","循環器 当直医"],"orgUnit":"card","policy":"usual","fallbackRole":"desk",
         "coverage":{"hours":[{"days":["mon","tue"],"from":"18:00","to":"08:00"}],"people":1},
         "contactMethods":[{"kind":"snpp","address":"555 0199"}],"timeZone":"Europe/Brussels"}
        """;

    [Fact]
    public async Task What_was_put_is_what_is_read_and_a_second_time_it_is_changed_instead_of_created()
    {
        await using var host = await ApiHost.StartAsync();
        await SetUpAsync(host);

        var created = await host.Admin.PutAsync("/api/v1/roles/cardiology/duty-physician", Role);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/v1/roles/cardiology/duty-physician", created.Headers.Location?.ToString());
        var body = await created.Content.ReadAsStringAsync();
        Assert.Equal(
            """{"code":"cardiology/duty-physician","name":"Cardiology – duty physician","aliases":["Cardio on call","循環器 当直医"],"orgUnit":"card","policy":"usual","fallbackRole":"desk","coverage":{"hours":[{"days":["mon","tue"],"from":"18:00","to":"08:00"}],"people":1},"contactMethods":[{"kind":"snpp","address":"5550199","verified":false}],"timeZone":"Europe/Brussels","demand":null}""",
            body);

        Assert.Equal(body, await host.Admin.GetStringAsync(new Uri("/api/v1/roles/cardiology/duty-physician", UriKind.Relative)));
        Assert.Equal(body, await host.Admin.GetStringAsync(new Uri("/api/v1/roles/cardiology%2Fduty-physician", UriKind.Relative)));
        var again = await host.Admin.PutAsync("/api/v1/roles/cardiology/duty-physician", body);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(body, await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_name_that_another_role_has_in_any_spelling_is_refused_and_that_role_named()
    {
        await using var host = await ApiHost.StartAsync();
        await SetUpAsync(host);
        await host.Admin.PutAsync("/api/v1/roles/cardiology/duty-physician", Role);

        var answer = await host.Admin.PutAsync("/api/v1/roles/other", """{"name":"Other","aliases":["Fine","CARDIO  ON CALL"]}""");
        var problem = await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "role-address-taken", answer);
        Assert.Equal("aliases[1]", problem.Text("errors.0.field"));
        Assert.Equal("cardiology/duty-physician", problem.Text("role.code"));
    }

    [Fact]
    public async Task An_unknown_role_is_answered_with_the_nearest_names()
    {
        await using var host = await ApiHost.StartAsync();
        await SetUpAsync(host);
        await host.Admin.PutAsync("/api/v1/roles/cardiology/duty-physician", Role);

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-role", await host.Admin.GetPathAsync("/api/v1/roles/cardiolgy/duty"));
        Assert.Equal("Cardiology – duty physician", problem.Text("nearest.0.name"));
    }

    [Fact]
    public async Task Every_installation_has_the_desk_and_nobody_else_may_take_its_code()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal("desk", (await (await host.Admin.GetPathAsync("/api/v1/roles")).ReadAsync()).Text("items.0.code"));
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync("/api/v1/roles/desk", """{"name":"Mine"}"""), "code");
        await ProblemAssert.NamesAsync(await host.Admin.PutAsync("/api/v1/roles/resolve", """{"name":"Mine"}"""), "code");
    }

    [Fact]
    public async Task A_new_number_is_unverified_and_a_kept_one_stays_verified()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+32470550199","verified":true}]}""");

        var kept = await (await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+32 470 55 01 99"}]}""")).ReadAsync();
        Assert.True(kept.At("contactMethods.0.verified").GetBoolean());
        var changed = await (await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+32470550200"}]}""")).ReadAsync();
        Assert.False(changed.At("contactMethods.0.verified").GetBoolean());
    }

    [Fact]
    public async Task A_long_list_is_read_in_parts()
    {
        await using var host = await ApiHost.StartAsync();
        foreach (var code in new[] { "c", "a", "b" })
        {
            await host.Admin.PutAsync("/api/v1/org-units/" + code, $$"""{"name":"{{code}}"}""");
        }

        var first = await (await host.Admin.GetPathAsync("/api/v1/org-units?limit=2")).ReadAsync();
        Assert.Equal(["a", "b"], first.At("items").EnumerateArray().Select(u => u.Text("code")!));
        var second = await (await host.Admin.GetPathAsync("/api/v1/org-units?limit=2&cursor=" + first.Text("next"))).ReadAsync();
        Assert.Equal(["c"], second.At("items").EnumerateArray().Select(u => u.Text("code")!));
        Assert.Null(second.Text("next"));
    }

    private static async Task SetUpAsync(ApiHost host)
    {
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology","timeZone":"Europe/Brussels"}""")).StatusCode);
        var policy = """{"name":"Usual","steps":[{"waitSeconds":300,"targets":[{"type":"tier","tier":1}]},{"waitSeconds":60,"targets":[{"type":"desk"}],"repeat":2}]}""";
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync("/api/v1/policies/usual", policy)).StatusCode);
    }
}
