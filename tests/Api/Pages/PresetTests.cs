using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Pages;

public sealed class PresetTests
{
    private const string Path = "/api/v1/presets/cardiac-arrest";
    private const string Body = """{"name":"Cardiac arrest","urgency":"code","roles":["cardiology","anaesthesia"],"subject":"Bring the trolley"}""";

    [Fact]
    public async Task A_preset_is_made_changed_listed_read_and_removed()
    {
        await using var host = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Admin.PutAsync(Path, Body.Replace("Cardiac arrest", "Arrest", StringComparison.Ordinal))).StatusCode);

        var listed = (await (await host.Admin.GetPathAsync("/api/v1/presets")).ReadAsync()).GetProperty("items")[0];
        Assert.Equal(
            """{"code":"cardiac-arrest","name":"Arrest","orgUnit":null,"urgency":"code","subject":"Bring the trolley","body":null,"roles":[{"code":"cardiology","name":"cardiology"},{"code":"anaesthesia","name":"anaesthesia"}],"asksWhere":true,"active":true}""",
            listed.GetRawText());
        Assert.Equal(listed.GetRawText(), (await (await host.Admin.GetPathAsync(Path)).ReadAsync()).GetRawText());
        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.DeleteAsync(new Uri(Path, UriKind.Relative))).StatusCode);
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-preset", await host.Admin.GetPathAsync(Path));
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-preset", await host.Admin.DeleteAsync(new Uri(Path, UriKind.Relative)));
    }

    [Fact]
    public async Task One_press_pages_every_role_and_the_same_key_again_answers_the_same_pages()
    {
        await using var host = await OpenAsync();

        var made = await host.Admin.PostKeyedAsync(Path + "/set-off", """{"where":"ICU bed 4","callback":"555 0199"}""", "press-1");
        var again = await host.Admin.PostKeyedAsync(Path + "/set-off", """{"where":"ICU bed 4","callback":"555 0199"}""", "press-1");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, again.StatusCode));
        var set = await made.ReadAsync();
        Assert.True(set.GetProperty("complete").GetBoolean());
        Assert.Equal(["cardiology", "anaesthesia"], set.GetProperty("roles").EnumerateArray().Select(r => r.Text("role.code")));
        Assert.All(set.GetProperty("roles").EnumerateArray(), r => Assert.Equal("ICU bed 4 – Cardiac arrest: Bring the trolley", r.Text("page.subject")));
        Assert.Equal(
            set.GetProperty("roles").EnumerateArray().Select(r => r.Text("page.id")),
            (await again.ReadAsync()).GetProperty("roles").EnumerateArray().Select(r => r.Text("page.id")));
        Assert.Equal(2, (await (await host.Admin.GetPathAsync("/api/v1/pages")).ReadAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_press_that_cannot_be_taken_pages_nobody_and_says_why()
    {
        await using var host = await OpenAsync();
        const string At = Path + "/set-off";

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "idempotency-key-missing", await host.Admin.PostAsync(At, """{"where":"ICU"}"""));
        await ProblemAssert.NamesAsync(await host.Admin.PostKeyedAsync(At, "{}"), "where");
        await ProblemAssert.NamesAsync(await host.Admin.PostKeyedAsync(At, """{"where":"ICU","callback":"Mrs Smith"}"""), "callback");
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-preset", await host.Admin.PostKeyedAsync("/api/v1/presets/other/set-off", """{"where":"ICU"}"""));
        await host.Admin.PutAsync(Path, Body.Replace("\"roles\"", "\"active\":false,\"roles\"", StringComparison.Ordinal));
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "preset-not-active", await host.Admin.PostKeyedAsync(At, """{"where":"ICU"}"""));

        Assert.Empty((await (await host.Admin.GetPathAsync("/api/v1/pages")).ReadAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_key_of_another_place_is_refused()
    {
        await using var host = await OpenAsync();
        await host.Admin.PostKeyedAsync(Path + "/set-off", """{"where":"ICU"}""", "press-1");
        await ProblemAssert.IsAsync(HttpStatusCode.Conflict, "idempotency-key-reused", await host.Admin.PostKeyedAsync(Path + "/set-off", """{"where":"Ward 7"}""", "press-1"));
    }

    private static async Task<ApiHost> OpenAsync()
    {
        var host = await ApiHost.StartAsync();
        await host.Admin.PutAsync("/api/v1/roles/cardiology", """{"name":"cardiology"}""");
        await host.Admin.PutAsync("/api/v1/roles/anaesthesia", """{"name":"anaesthesia"}""");
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PutAsync(Path, Body)).StatusCode);
        return host;
    }
}
