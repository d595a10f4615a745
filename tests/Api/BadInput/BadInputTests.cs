using System.Net;
using System.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.BadInput;

public sealed class BadInputTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("people/N001", """{"name":"","language":"x","orgUnit":"ward"}""", "name", "language")]
    [InlineData("people/N001", """{"name":"Ann","orgUnit":"nowhere","permissions":[{"permission":"staff","orgUnit":"nowhere"}]}""", "permissions[0].orgUnit", "orgUnit")]
    [InlineData("people/N001", """{"name":"Ann","permissions":[{"permission":"boss"}]}""", "permissions[0].permission")]
    [InlineData("people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"0470"},{"kind":"fax","address":"1"},{"kind":"snpp","address":"x"}]}""", "contactMethods[0].address", "contactMethods[1].kind", "contactMethods[2].address")]
    [InlineData("people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":"+32470550199"},{"kind":"sms","address":"+32 470 550199"}]}""", "contactMethods[1]")]
    [InlineData("people/N%20001", """{"name":"Ann"}""", "employeeNo")]
    [InlineData("people/N001", """{"name":"Ann","colour":"red"}""", "colour")]
    [InlineData("people/N001", """{"name":7}""", "name")]
    [InlineData("people/N001", """{"name":"Ann","contactMethods":[{"kind":"sms","address":{}}]}""", "contactMethods[0].address")]
    [InlineData("people/N001", """{"name":"Ann","employeeNo":"N002"}""", "employeeNo")]
    [InlineData("org-units/ward", """{"name":"Ward","parent":"nowhere"}""", "parent")]
    [InlineData("org-units/ward", """{"name":"Ward","timeZone":"Mars/Phobos"}""", "timeZone")]
    [InlineData("roles/Ward", """{"name":"Ward"}""", "code")]
    [InlineData("roles/ward", """{"name":"–","aliases":["","ok"],"timeZone":"CEST+1"}""", "name", "aliases[0]", "timeZone")]
    [InlineData("roles/ward", """{"name":"Ward","policy":"none","fallbackRole":"none","orgUnit":"none"}""", "orgUnit", "policy", "fallbackRole")]
    [InlineData("roles/ward", """{"name":"Ward","coverage":{"hours":"often","people":0}}""", "coverage.people", "coverage.hours")]
    [InlineData("roles/ward", """{"name":"Ward","coverage":{"hours":[{"days":["mon"],"from":"8","to":"24:00"},{"days":["someday"],"from":"08:00","to":"25:00"}]}}""", "coverage.hours[0].from", "coverage.hours[1].days[0]", "coverage.hours[1].to")]
    [InlineData("roles/ward", """{"name":"Ward","coverage":{"hours":7}}""", "coverage.hours")]
    [InlineData("policies/usual", """{"name":"Usual","steps":[]}""", "steps")]
    [InlineData("policies/usual", """{"name":"Usual","steps":[{"waitSeconds":4,"targets":[{"type":"tier","tier":4}],"acknowledgements":0,"repeat":21}]}""", "steps[0].waitSeconds", "steps[0].acknowledgements", "steps[0].repeat", "steps[0].targets[0].tier")]
    [InlineData("policies/usual", """{"name":"Usual","steps":[{"waitSeconds":5,"targets":[{"type":"role","ref":"none"},{"type":"person","ref":"none"}]}]}""", "steps[0].targets[0].ref", "steps[0].targets[1].ref")]
    [InlineData("policies/usual", """{"name":"Usual","steps":[{"waitSeconds":5,"targets":[{"type":"fallback"}]}]}""", "steps[0].targets[0].type")]
    public async Task Every_error_names_its_field_and_nothing_is_stored(string path, string body, params string[] fields)
    {
        await ProblemAssert.NamesAsync(await api.Host.Admin.PutAsync("/api/v1/" + path, body), fields);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Host.Admin.GetPathAsync("/api/v1/" + path)).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":""")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{'name':'x'}")]
    [InlineData("\u0000")]
    public async Task Broken_json_is_told_as_such(string body)
    {
        var answer = await api.Host.Admin.PutAsync("/api/v1/org-units/ward", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        // Asks first (RFC 9110, 10.1.1): a server that refuses does not read the body, and a sender in the midst of it may find the connection gone.
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/org-units/ward")
        {
            Content = new StringContent($$"""{"name":"{{new string('x', 1024 * 1024)}}"}""", Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true },
        };

        await ProblemAssert.IsAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large", await api.Host.Admin.SendAsync(request));
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var body = new StringContent("name=x", Encoding.UTF8, "text/plain");
        await ProblemAssert.IsAsync(
            HttpStatusCode.UnsupportedMediaType, "unsupported-media-type", await api.Host.Admin.PutAsync(new Uri("/api/v1/org-units/ward", UriKind.Relative), body));
    }

    [Fact]
    public async Task A_parameter_of_another_kind_is_named()
    {
        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "invalid-input", await api.Host.Admin.GetPathAsync("/api/v1/roles?limit=many"));
        Assert.Equal("limit", problem.Text("errors.0.field"));
        await ProblemAssert.NamesAsync(await api.Host.Admin.GetPathAsync("/api/v1/roles?limit=501"), "limit");
        await ProblemAssert.NamesAsync(await api.Host.Admin.GetPathAsync("/api/v1/roles?cursor=*"), "cursor");
    }

    [Fact]
    public async Task What_is_sent_for_a_parameter_cannot_pass_for_its_name()
    {
        var answer = await api.Host.Admin.GetPathAsync("/api/v1/roles?limit=" + Uri.EscapeDataString("many other\" from \"there"));
        var problem = await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "invalid-input", answer);
        Assert.Equal("limit", problem.Text("errors.0.field"));
    }

    [Fact]
    public async Task Unknown_paths_and_methods_are_problems_too()
    {
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "not-found", await api.Host.Admin.GetPathAsync("/api/v1/nothing"));
        var answer = await api.Host.Admin.DeleteAsync(new Uri("/api/v1/org-units/ward", UriKind.Relative));
        await ProblemAssert.IsAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed", answer);
    }

    [Fact]
    public async Task A_unit_never_stands_above_itself()
    {
        await api.Host.Admin.PutAsync("/api/v1/org-units/a", """{"name":"A"}""");
        await api.Host.Admin.PutAsync("/api/v1/org-units/b", """{"name":"B","parent":"a"}""");
        await ProblemAssert.NamesAsync(await api.Host.Admin.PutAsync("/api/v1/org-units/a", """{"name":"A","parent":"b"}"""), "parent");
        await ProblemAssert.NamesAsync(await api.Host.Admin.PutAsync("/api/v1/org-units/a", """{"name":"A","parent":"a"}"""), "parent");
    }

    [Fact]
    public async Task A_role_never_stands_in_for_itself()
    {
        await api.Host.Admin.PutAsync("/api/v1/roles/intake", """{"name":"Intake"}""");
        await ProblemAssert.NamesAsync(await api.Host.Admin.PutAsync("/api/v1/roles/intake", """{"name":"Intake","fallbackRole":"INTAKE"}"""), "fallbackRole");
    }
}
