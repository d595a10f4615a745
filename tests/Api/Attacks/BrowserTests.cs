using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OnCall.Api.Tests.Pages;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Attacks;

/// <summary>What another site, or a text that somebody stored, could make a signed-in browser do.</summary>
public sealed class BrowserTests(AttackedHouse house) : IClassFixture<AttackedHouse>
{
    private const string Text = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></textarea></title>{{7*7}}";

    [Fact]
    public async Task A_post_from_another_site_changes_nothing_at_any_door()
    {
        var (session, _) = await Session.SignInAsync(house.Host, house.KeyOf("L1"));
        var wrong = new List<string>();
        foreach (var door in house.All.Where(door => door is { Changes: true, IsOpen: false }))
        {
            HttpContent[] bodies = [Verdict.Json(door.Example().ToJsonString()), Verdict.Content("text/plain", door.Example().ToJsonString()), Verdict.Content("application/x-www-form-urlencoded", "Role=lab/first&__RequestVerificationToken=x")];
            foreach (var body in bodies)
            {
                var (answer, text) = await session.AskAsync(door.Method, door.Path(name => house.OfLab(door, name)), body, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));
                var what = answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType) ? $"it answers {(int)answer.StatusCode}" : Verdict.Of(answer, text);
                if (what is not null)
                {
                    wrong.Add($"{door} as {body.Headers.ContentType}: {what}");
                }
            }
        }

        Verdict.None(wrong);
    }

    [Fact]
    public async Task The_cookies_of_a_session_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        var (_, answer) = await Session.SignInAsync(house.Host, house.KeyOf("nurse"));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("oncall-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%2f/evil.example")]
    [InlineData("~//evil.example")]
    [InlineData("@evil.example")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        var (_, answer) = await Session.SignInAsync(house.Host, house.KeyOf("nurse"), to);

        var location = answer.Headers.Location!.OriginalString;
        Assert.Equal(house.Host.Address.Authority, new Uri(house.Host.Address, location).Authority);
        Assert.Matches("^/([^/\\\\]|$)", location);
    }

    [Fact]
    public async Task What_somebody_wrote_is_shown_as_text_on_every_screen()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Text);
        await house.Host.Admin.PutAsync("/api/v1/roles/shown", $$"""{"name":{{json}}}""");
        await house.Host.Admin.PutAsync("/api/v1/people/X1", $$"""{"name":{{json}},"permissions":[{"permission":"dispatcher"}]}""");
        var key = (await (await house.Host.Admin.PostAsync("/api/v1/keys", """{"person":"X1"}""")).ReadAsync()).Text("key")!;
        using var person = house.Host.With(key);
        var page = await (await person.PageAsync($$"""{"role":"shown","urgency":"urgent","subject":{{json}},"body":{{json}},"patientRef":"<b>x","callback":"555 0199","replies":["<i>ok"]}""")).ReadAsync();
        var path = "/pages/" + page.Text("id");
        await person.PostAsync($"/api/v1{path}/messages", $$"""{"body":{{json}}}""");
        var (session, _) = await Session.SignInAsync(house.Host, key);

        var shown = 0;
        foreach (var screen in house.All.Where(door => door.IsScreen).Select(door => door.Pattern.StartsWith("/pages/", StringComparison.Ordinal) ? path : door.Path(AttackedHouse.Anything)).Distinct())
        {
            var (answer, text) = await session.AskAsync("GET", $"{screen}?role={Uri.EscapeDataString(Text)}&to={Uri.EscapeDataString(Text)}");
            Assert.Null(Verdict.Of(answer, text));
            var document = new HtmlParser().ParseDocument(text);
            Assert.DoesNotContain(document.QuerySelectorAll("script"), script => !script.HasAttribute("src") || script.GetAttribute("src")!.Contains("//", StringComparison.Ordinal) || script.TextContent.Length > 0);
            Assert.Empty(document.QuerySelectorAll("img[onerror], iframe, object, embed, base"));
            Assert.DoesNotContain(document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
            shown += document.Body!.TextContent.Contains("<script>alert(1)</script>", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(shown >= 3, $"The text was shown on {shown} screens only.");
    }
}
