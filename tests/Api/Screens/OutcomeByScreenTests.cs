using NodaTime;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>Cardiology's policy wants to hear within 30 minutes what came of a page.</summary>
public sealed class OutcomeByScreenTests
{
    [Fact]
    public async Task The_inbox_says_when_the_outcome_is_due_and_one_press_starts_the_time_anew()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await TakenAsync(ward);

        var inbox = await adler.OpenAsync("/");
        Assert.Contains("Acknowledged by you; the outcome is due in 30 min. 23 Nov 09:30:00 UTC", inbox.Words(), StringComparison.Ordinal);

        ward.Clock.Advance(Duration.FromMinutes(20));
        await adler.PressAsync(await adler.OpenAsync("/"), "I am still at it");
        Assert.Contains("the outcome is due in 30 min. 23 Nov 09:50:00 UTC", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_owner_is_seen_on_the_board_and_then_the_page_is_open_again()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await TakenAsync(ward);
        var desk = await ward.SignInAsync("desk1");

        ward.Clock.Advance(Duration.FromMinutes(30));
        await ward.SweepAsync();
        var board = (await desk.OpenAsync("/board")).Words();
        Assert.Contains("No open page. 1 taken, without an outcome in time.", board, StringComparison.Ordinal);
        Assert.Contains("No outcome in time – Dr Adler must answer", board, StringComparison.Ordinal);
        Assert.Contains("Open again in 5 min unless somebody who has it answers", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Take over", (await desk.OpenAsync("/board")).QuerySelector("#board")!.Words(), StringComparison.Ordinal);
        Assert.Contains("What came of it?", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);

        ward.Clock.Advance(Duration.FromMinutes(5));
        await ward.SweepAsync();
        Assert.Contains("One open page", (await desk.OpenAsync("/board")).Words(), StringComparison.Ordinal);
        var trail = (await adler.OpenAsync("/")).Words();
        Assert.Contains("One page asks you.", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_tells_it_in_words()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await TakenAsync(ward);
        ward.Clock.Advance(Duration.FromMinutes(30));
        await ward.SweepAsync();
        ward.Clock.Advance(Duration.FromMinutes(5));
        await ward.SweepAsync();

        var baum = await ward.SignInAsync("baum");
        var trail = (await baum.PressAsync(await baum.OpenAsync("/"), "On my way")).Words();

        Assert.Contains("No outcome in time Nobody has said what came of it within 30 min; Dr Adler must answer.", trail, StringComparison.Ordinal);
        Assert.Contains("Open again No sign of life from Dr Adler; the page is open again and goes on.", trail, StringComparison.Ordinal);
        Assert.NotNull(adler);
    }

    [Fact]
    public async Task Whoever_has_it_may_pass_it_on_after_all()
    {
        await using var ward = await Ward.OpenAsync();
        var adler = await TakenAsync(ward);
        var baum = await ward.SignInAsync("baum");

        await adler.PressAsync(await adler.OpenAsync(adler.Path), "Not me, pass on");

        Assert.Contains("One page asks you.", (await baum.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    private static async Task<Browser> TakenAsync(Ward ward)
    {
        await ward.WantOutcomesAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync();
        await adler.PressAsync(await adler.OpenAsync("/"), "On my way");
        return adler;
    }
}
