using System.Net;
using System.Text.Json;
using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Rosters;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Description;

public sealed class ExamplesTests
{
    [Fact]
    public async Task Every_example_of_a_body_can_be_sent_as_it_stands()
    {
        await using var host = await ApiHost.StartAsync();
        var description = await (await host.Anonymous.GetPathAsync("/openapi/v1.json")).ReadAsync();
        string Example(string method, string path) => description.GetProperty("paths").GetProperty(path).At($"{method}.requestBody.content.application/json.example").GetRawText();
        async Task PutAsync(string kind, string code, string? body = null) =>
            await IsAsync(HttpStatusCode.Created, host.Admin.PutAsync($"/api/v1/{kind}/{code}", body ?? Example("put", $"/api/v1/{kind}/{{{(kind == "people" ? "employeeNo" : "code")}}}")));

        await PutAsync("org-units", "internal-medicine", """{"name":"Internal medicine"}""");
        await PutAsync("org-units", "cardiology");
        await PutAsync("people", "N1001");
        await PutAsync("people", "N1002", """{"name":"Bram Peeters"}""");
        await PutAsync("people", "N1003", """{"name":"Chiyo Tanaka"}""");
        await PutAsync("policies", "usual");
        await PutAsync("roles", "internal-medicine/duty-physician", """{"name":"Internal medicine – duty physician"}""");
        await PutAsync("roles", "cardiology/duty-physician");
        await PutAsync("roles", "anaesthesia/duty-physician", """{"name":"Anaesthesia – duty physician"}""");
        await PutAsync("presets", "cardiac-arrest");
        await IsAsync(HttpStatusCode.Created, host.Admin.PostKeyedAsync("/api/v1/presets/cardiac-arrest/set-off", Example("post", "/api/v1/presets/{code}/set-off")));
        await IsAsync(HttpStatusCode.Created, host.Admin.PostAsync("/api/v1/keys", Example("post", "/api/v1/keys")));
        await IsAsync(HttpStatusCode.Created, UploadAsync(host, description));
        await IsAsync(HttpStatusCode.Created, host.Admin.PostAsync("/api/v1/covers", Example("post", "/api/v1/covers")));
        await IsAsync(HttpStatusCode.Created, host.Admin.PostAsync("/api/v1/me/role-feeds", Example("post", "/api/v1/me/role-feeds")));

        var page = await SentAsync(host, Example("post", PageRequests.Pages));
        foreach (var move in new[] { "messages", "reroute", "acknowledge", "resolve" })
        {
            await IsAsync(HttpStatusCode.OK, host.Admin.PostAsync($"{PageRequests.Pages}/{page}/{move}", Example("post", $"/api/v1/pages/{{id}}/{move}")));
        }

        var other = await SentAsync(host, Example("post", PageRequests.Pages));
        await IsAsync(HttpStatusCode.OK, host.Admin.PostAsync($"{PageRequests.Pages}/{other}/decline", Example("post", "/api/v1/pages/{id}/decline")));
        await IsAsync(HttpStatusCode.OK, host.Admin.PostAsync($"{PageRequests.Pages}/{other}/cancel", Example("post", "/api/v1/pages/{id}/cancel")));
    }

    private static async Task<HttpResponseMessage> UploadAsync(ApiHost host, JsonElement description)
    {
        var example = description.GetProperty("paths").GetProperty(RosterRequests.Uploads).At("post.requestBody.content.multipart/form-data.example");
        var fields = example.EnumerateObject().Where(f => f.Name != "file").Select(f => $"{f.Name}={(f.Value.ValueKind == JsonValueKind.String ? f.Value.GetString() : f.Value.GetRawText())}");
        using var form = RosterRequests.Form(System.Text.Encoding.UTF8.GetBytes(example.Text("file")!), [.. fields]);
        return await host.Admin.PostAsync(new Uri(RosterRequests.Uploads, UriKind.Relative), form);
    }

    private static async Task<string> SentAsync(ApiHost host, string body)
    {
        var answer = await IsAsync(HttpStatusCode.Created, host.Admin.PageAsync(body));
        return (await answer.ReadAsync()).Text("id")!;
    }

    private static async Task<HttpResponseMessage> IsAsync(HttpStatusCode status, Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        Assert.True(status == answer.StatusCode, $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
