using AngleSharp.Dom;
using NodaTime;
using Xunit;

namespace OnCall.Api.Tests.Screens;

public sealed class WhoIsOnTests
{
    [Fact]
    public async Task Everybody_sees_who_is_on_and_where_a_page_goes_that_nobody_would_take()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", fallbackRole = "cardiology/duty-physician" });
        var nurse = await ward.SignInAsync("nurse");
        var screen = await nurse.OpenAsync("/who-is-on");

        Assert.Contains("Tier 1 Dr Adler until 17:00", Role(screen, Ward.Role).Words(), StringComparison.Ordinal);
        Assert.Contains("Tier 2 Dr Baum until 17:00", Role(screen, Ward.Role).Words(), StringComparison.Ordinal);
        Assert.Contains("Nobody is on, though somebody should be. A page goes to Cardiology – duty physician: Dr Adler, Dr Baum", Role(screen, "Surgery").Words(), StringComparison.Ordinal);
        Assert.Contains("nobody on.", screen.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("OnCall self-test", screen.Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Numbers_are_for_the_switchboard()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await (await ward.SignInAsync("nurse")).OpenAsync("/who-is-on");
        Assert.DoesNotContain("+1555", nurse.Words(), StringComparison.Ordinal);

        var dispatcher = await (await ward.SignInAsync("desk1")).OpenAsync("/who-is-on");
        Assert.Contains("SMS +15550101", Role(dispatcher, Ward.Role).Words(), StringComparison.Ordinal);
        Assert.Equal("tel:+15550101", Role(dispatcher, Ward.Role).QuerySelector(".ways a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_person_is_found_by_part_of_their_name_with_what_they_are_on()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var screen = await nurse.OpenAsync("/who-is-on?find=%EF%BC%A2aum");

        Assert.Contains("Dr Baum baum Cardiology – duty physician, tier 2, until 17:00", screen.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Surgery", screen.Words(), StringComparison.Ordinal);

        ward.Clock.Advance(Duration.FromHours(9));
        Assert.Contains("Dr Baum baum Not on shift now.", (await nurse.OpenAsync("/who-is-on?find=baum")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fits_nothing_says_so()
    {
        await using var ward = await Ward.OpenAsync();
        Assert.Contains("Nothing is found.", (await (await ward.SignInAsync("nurse")).OpenAsync("/who-is-on?find=zzz")).Words(), StringComparison.Ordinal);
    }

    private static IElement Role(IParentNode screen, string name) => screen.QuerySelectorAll(".role-now").Single(r => r.QuerySelector("h3")!.TextContent == name);
}
