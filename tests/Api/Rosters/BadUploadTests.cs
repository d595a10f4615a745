using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Rosters;

/// <summary>Every one of these leaves nothing behind.</summary>
public sealed class BadUploadTests(SharedApi api) : IClassFixture<SharedApi>
{
    private const string Good = "Ward,N1,2026-10-12 07:00,2026-10-12 15:00,1\n";

    [Theory]
    [InlineData("Role,Employe,Start,End\nWard,N1,2026-10-12 07:00,2026-10-12 15:00\n", "1 Employee no")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N2,12/10/2026 07:00,2026-10-12 15:00,1\n", "3 Start")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N2,2026-02-30 07:00,2026-10-12 15:00,1\n", "3 Start")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N2,2026-10-12,2026-10-12 15:00,1\n", "3 Start")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N2,2026-10-12 15:00,2026-10-12 07:00,1\n", "3 End")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N1,2026-10-12 14:00,2026-10-12 22:00,1\n", "3 Start")]
    [InlineData(RosterRequests.Headings + Good + "Ward,N 2,2026-10-12 07:00,2026-10-12 15:00,1\n", "3 Employee no")]
    [InlineData(RosterRequests.Headings + Good + "\"Ward,N2,2026-10-12 07:00,2026-10-12 15:00,1\n", "3 ")]
    [InlineData("", "0 ")]
    public async Task A_file_with_an_error_names_row_and_column(string text, string place)
    {
        var answer = await api.Host.UploadAsync(text, "createMissing=true", "publish=true");

        var problem = await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "roster-has-errors", answer);
        Assert.Equal([place], problem.Places());
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task An_unknown_role_and_an_unknown_person_are_errors_unless_they_may_be_made()
    {
        var problem = await ProblemAssert.IsAsync(
            HttpStatusCode.UnprocessableEntity, "roster-has-errors", await api.Host.UploadAsync(RosterRequests.Headings + Good, "publish=true"));

        Assert.Equal(["2 Role", "2 Employee no"], problem.Places());
        Assert.Equal("N1", problem.Text("errors.1.value"));
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_preview_of_a_file_with_an_error_is_refused_too() =>
        await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "roster-has-errors", await api.Host.UploadAsync(RosterRequests.Headings + Good));

    [Fact]
    public async Task Bytes_that_are_no_text_are_one_clear_error()
    {
        var answer = await api.Host.UploadAsync([.. Encoding.UTF8.GetBytes(RosterRequests.Headings), 0x81, 0x20, 0x8D, 0xFF, 0x90, 0x9D, 0xFF, 0xFF, 0x0A]);

        Assert.Equal(["2 "], (await ProblemAssert.IsAsync(HttpStatusCode.UnprocessableEntity, "roster-has-errors", answer)).Places());
    }

    [Theory]
    [InlineData("timeZone", "timeZone=Mars/Olympus")]
    [InlineData("timeZone", "format=csv")]
    [InlineData("publish", "timeZone=UTC", "publish=perhaps")]
    [InlineData("mapping", "timeZone=UTC", "mapping={")]
    [InlineData("mapping", "timeZone=UTC", """mapping={"start":"\ud800"}""")]
    [InlineData("mapping", "timeZone=UTC", """mapping={"\udc00":"Beginn"}""")]
    [InlineData("legend", "timeZone=UTC", """legend={"N":"\ud800"}""")]
    [InlineData("format", "timeZone=UTC", "format=papyrus")]
    public async Task A_wrong_field_is_named(string field, params string[] fields)
    {
        using var form = RosterRequests.Form(Encoding.UTF8.GetBytes(RosterRequests.Headings + Good), fields);

        await ProblemAssert.NamesAsync(await api.Host.Admin.PostAsync(new Uri(RosterRequests.Uploads, UriKind.Relative), form), field);
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task A_form_without_a_file_says_so()
    {
        using var form = RosterRequests.Form(null, "timeZone=UTC");

        await ProblemAssert.NamesAsync(await api.Host.Admin.PostAsync(new Uri(RosterRequests.Uploads, UriKind.Relative), form), "file");
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused() =>
        await ProblemAssert.IsAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type", await api.Host.Admin.PostAsync(RosterRequests.Uploads, "{}"));

    [Fact]
    public async Task A_form_that_breaks_off_is_refused()
    {
        using var broken = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.csv\"\r\n\r\nRole,Empl");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        await ProblemAssert.IsAsync(HttpStatusCode.BadRequest, "unreadable-form", await api.Host.Admin.PostAsync(new Uri(RosterRequests.Uploads, UriKind.Relative), broken));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        var answer = await api.Host.UploadAsync(new byte[(16 * 1024 * 1024) + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_read()
    {
        using var form = RosterRequests.Form(Encoding.UTF8.GetBytes(RosterRequests.Headings + Good), "timeZone=UTC");

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Host.Anonymous.PostAsync(new Uri(RosterRequests.Uploads, UriKind.Relative), form)).StatusCode);
    }

    private async Task NothingIsStoredAsync()
    {
        Assert.Empty((await (await api.Host.Admin.GetPathAsync(RosterRequests.Uploads)).ReadAsync()).At("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await api.Host.ResolveAsync("Ward")).StatusCode);
    }
}
