using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace OnCall.Api.Tests.Screens;

public sealed class TimeZoneTests
{
    private const string Cardiology = "/api/v1/roles/cardiology/duty-physician";

    [Fact]
    public async Task A_page_is_told_by_the_wall_clock_of_its_role()
    {
        await using var ward = await Ward.OpenAsync("Asia/Shanghai");
        await ward.PutAsync(Cardiology, new { name = Ward.Role, timeZone = "Europe/Brussels" });
        var nurse = await ward.SignInAsync("nurse");

        var sent = Sent(await nurse.PageCardiologyAsync());

        Assert.Equal(("2026-11-23T09:00:00Z", "23 Nov 10:00:00 CET"), sent);
        var desk = await ward.SignInAsync("desk1");
        var board = await desk.OpenAsync("/board");
        Assert.All(board.QuerySelectorAll("#board time:not([data-due])"), t => Assert.EndsWith(" CET", t.TextContent, StringComparison.Ordinal));
        Assert.Equal("23 Nov 17:00:00 CST", board.QuerySelector("#as-of time")!.TextContent);
        Assert.Equal("Asia/Shanghai", board.Body!.GetAttribute("data-zone"));
    }

    [Fact]
    public async Task Without_a_zone_of_its_own_a_role_goes_by_the_nearest_unit_that_has_one_and_else_by_the_house()
    {
        await using var ward = await Ward.OpenAsync("Asia/Shanghai");
        var nurse = await ward.SignInAsync("nurse");
        Assert.Equal("23 Nov 17:00:00 CST", Sent(await nurse.PageCardiologyAsync()).Words);

        await ward.PutAsync("/api/v1/org-units/hospital", new { name = "Hospital", timeZone = "Asia/Tokyo" });
        await ward.PutAsync("/api/v1/org-units/card", new { name = "Cardiology", parent = "hospital" });
        await ward.PutAsync(Cardiology, new { name = Ward.Role, orgUnit = "card" });
        Assert.Equal("23 Nov 18:00:00 JST", Sent(await nurse.PageCardiologyAsync()).Words);

        await ward.PutAsync("/api/v1/org-units/card", new { name = "Cardiology", parent = "hospital", timeZone = "Asia/Dubai" });
        Assert.Equal("23 Nov 13:00:00 UTC+04", Sent(await nurse.PageCardiologyAsync()).Words);
    }

    [Fact]
    public async Task The_trail_and_a_refusal_tell_their_instants_by_the_same_clock_and_leave_messages_alone()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync(Cardiology, new { name = Ward.Role, timeZone = "Europe/Brussels" });
        var nurse = await ward.SignInAsync("nurse");
        var page = await nurse.PageCardiologyAsync();
        var form = await nurse.OpenAsync(nurse.Path + "?form=message");
        page = await nurse.PressAsync(form, "Add the message", ("Message", "Since 2026-11-23T08:00Z"));

        var details = page.QuerySelectorAll("#trail-list .detail").Select(d => d.TextContent).ToList();
        Assert.Contains(details, d => d.Contains("until 23 Nov 18:00:00 CET", StringComparison.Ordinal));
        Assert.Contains("Since 2026-11-23T08:00Z", details);

        var (adler, baum) = (await ward.SignInAsync("adler"), await ward.SignInAsync("desk1"));
        var asked = await baum.OpenAsync(nurse.Path);
        await adler.PressAsync(await adler.OpenAsync("/"), "On my way");
        var refused = await baum.PressAsync(asked, "Take over");
        Assert.Contains("acknowledged it at 23 Nov 10:00:00 CET.", refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_comes_twice_is_told_apart_by_its_letters()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync(Cardiology, new { name = Ward.Role, timeZone = "Europe/Brussels" });
        ward.Clock.Now = Instant.FromUtc(2027, 10, 31, 0, 30);
        Assert.Equal("31 Oct 02:30:00 CEST", Sent(await (await ward.SignInAsync("nurse")).PageCardiologyAsync()).Words);
        ward.Clock.Now += Duration.FromHours(1);
        Assert.Equal("31 Oct 02:30:00 CET", Sent(await (await ward.SignInAsync("nurse")).PageCardiologyAsync()).Words);
    }

    private static (string Machine, string Words) Sent(IHtmlDocument page)
    {
        var time = page.QuerySelectorAll(".facts div").Single(d => d.QuerySelector("dt")!.TextContent == "Sent").QuerySelector("time")!;
        Assert.True(InstantPattern.General.Parse(time.GetAttribute("datetime")!).Success);
        return (time.GetAttribute("datetime")!, time.TextContent);
    }
}
