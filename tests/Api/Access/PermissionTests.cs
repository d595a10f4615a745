using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class PermissionTests
{
    [Theory]
    [InlineData("PUT", "/api/v1/org-units/x", """{"name":"X"}""")]
    [InlineData("PUT", "/api/v1/people/N009", """{"name":"X"}""")]
    [InlineData("PUT", "/api/v1/roles/x", """{"name":"X"}""")]
    [InlineData("PUT", "/api/v1/policies/x", """{"name":"X","steps":[{"waitSeconds":60,"targets":[{"type":"desk"}]}]}""")]
    [InlineData("POST", "/api/v1/keys", """{"integration":"x"}""")]
    [InlineData("POST", "/api/v1/keys", """{"person":"N002"}""")]
    [InlineData("GET", "/api/v1/people/admin", "")]
    [InlineData("GET", "/api/v1/people/nobody", "")]
    public async Task Staff_change_nothing_and_see_no_one_elses_record(string method, string path, string body)
    {
        await using var host = await ApiHost.StartAsync();
        using var ann = await PersonAsync(host, "N001", """{"name":"Ann"}""");
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body.Length > 0 ? JsonRequests.Body(body) : null };
        await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await ann.SendAsync(request));
    }

    [Fact]
    public async Task Staff_see_roles_and_themselves()
    {
        await using var host = await ApiHost.StartAsync();
        using var ann = await PersonAsync(host, "N001", """{"name":"Ann"}""");
        Assert.Equal(HttpStatusCode.OK, (await ann.GetPathAsync("/api/v1/roles/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ann.GetPathAsync("/api/v1/people/N001")).StatusCode);
        Assert.Equal(["N001"], (await (await ann.GetPathAsync("/api/v1/people")).ReadAsync()).At("items").EnumerateArray().Select(p => p.Text("employeeNo")!));
    }

    [Fact]
    public async Task An_administrator_of_a_unit_keeps_to_it()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology"}""");
        await host.Admin.PutAsync("/api/v1/org-units/ward-1", """{"name":"Ward 1","parent":"card"}""");
        await host.Admin.PutAsync("/api/v1/org-units/lab", """{"name":"Laboratory"}""");
        using var head = await PersonAsync(host, "N001", """{"name":"Head","orgUnit":"card","permissions":[{"permission":"admin","orgUnit":"card"}]}""");

        Assert.Equal(HttpStatusCode.Created, (await head.PutAsync("/api/v1/roles/ward-1/nurse", """{"name":"Ward 1 nurse","orgUnit":"ward-1"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await head.PutAsync("/api/v1/people/N002", """{"name":"Ben","orgUnit":"ward-1"}""")).StatusCode);
        await ForbidsAsync(head.PutAsync("/api/v1/roles/lab", """{"name":"Lab","orgUnit":"lab"}"""));
        await ForbidsAsync(head.PutAsync("/api/v1/roles/any", """{"name":"Any"}"""));
        await ForbidsAsync(head.PutAsync("/api/v1/roles/ward-1/nurse", """{"name":"Ward 1 nurse","orgUnit":"lab"}"""));
        await ForbidsAsync(head.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology","parent":"lab"}"""));
        await ForbidsAsync(head.PutAsync("/api/v1/people/N002", """{"name":"Ben","orgUnit":"ward-1","permissions":[{"permission":"admin"}]}"""));
    }

    [Fact]
    public async Task An_administrator_of_a_unit_cannot_become_more_through_someone_who_is()
    {
        await using var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/org-units/card", """{"name":"Cardiology"}""");
        using var head = await PersonAsync(host, "N001", """{"name":"Head","orgUnit":"card","permissions":[{"permission":"admin","orgUnit":"card"}]}""");
        await host.Admin.PutAsync("/api/v1/people/N002", """{"name":"Chief","orgUnit":"card","permissions":[{"permission":"admin"}]}""");

        await ForbidsAsync(head.PostAsync("/api/v1/keys", """{"person":"N002"}"""));
        await ForbidsAsync(head.PutAsync("/api/v1/people/N002", """{"name":"Chief","orgUnit":"card"}"""));
        await ForbidsAsync(head.PostAsync("/api/v1/keys", """{"integration":"mine","permissions":[{"permission":"admin"}]}"""));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var host = await ApiHost.StartAsync();
        var answer = await host.Admin.PutAsync("/api/v1/people/admin", """{"name":"Administrator","permissions":[{"permission":"admin"}],"active":false}""");
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "last-administrator", answer);
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Second","permissions":[{"permission":"admin"}]}""");
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.PutAsync("/api/v1/people/admin", """{"name":"Administrator"}""")).StatusCode);
    }

    private static async Task ForbidsAsync(Task<HttpResponseMessage> answer) => await ProblemAssert.IsAsync(HttpStatusCode.Forbidden, "forbidden", await answer);

    private static async Task<HttpClient> PersonAsync(ApiHost host, string number, string body)
    {
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync("/api/v1/people/" + number, body)).StatusCode);
        var key = await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{number}}"}""")).ReadAsync();
        return host.With(key.Text("key")!);
    }
}
