using AngleSharp.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Rota;

/// <summary>Swaps on the screen, with JavaScript off: Dr Adler, on until 17:00, asks Sam Stranger to take the rest.</summary>
public sealed class SwapsScreenTests
{
    [Fact]
    public async Task A_swap_is_accepted_by_who_is_asked_and_approved_by_who_plans()
    {
        await using var ward = await Ward.OpenAsync();
        await AskAsync(ward);
        var (adler, sam, ada) = (await ward.SignInAsync("adler"), await ward.SignInAsync("stranger"), await ward.SignInAsync("admin"));

        var asked = await sam.OpenAsync("/swaps");
        Assert.Equal("Dr Adler → Sam Stranger: Cardiology – duty physician, tier 1, Mon 23 Nov 09:00 to Mon 23 Nov 17:00", asked.QuerySelector(".card li")!.Words());
        Assert.Contains("“wedding”", asked.Words(), StringComparison.Ordinal);
        Assert.Equal(["Withdraw"], Buttons(await adler.OpenAsync("/swaps")));
        Assert.Empty(Buttons(await ada.OpenAsync("/swaps")));
        await sam.PressAsync(asked, "Accept");
        var waiting = await ada.OpenAsync("/swaps");
        Assert.Contains("Accepted. Waits for a scheduler.", waiting.Words(), StringComparison.Ordinal);
        Assert.Equal(["Approve", "Refuse"], Buttons(waiting));
        var done = await ada.PressAsync(waiting, "Approve");

        Assert.Contains("In force.", done.Words(), StringComparison.Ordinal);
        Assert.Contains("Sam Stranger", (await sam.OpenAsync("/who-is-on?find=Cardiology")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_second_reads_who_was_first()
    {
        await using var ward = await Ward.OpenAsync();
        await AskAsync(ward);
        var (adler, sam) = (await ward.SignInAsync("adler"), await ward.SignInAsync("stranger"));
        var asked = await sam.OpenAsync("/swaps");
        await adler.PressAsync(await adler.OpenAsync("/swaps"), "Withdraw");

        var late = await sam.PressAsync(asked, "Accept");

        Assert.Contains("Dr Adler", late.QuerySelector("main .alert")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Withdrawn by Dr Adler.", late.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_is_nobody_elses_business()
    {
        await using var ward = await Ward.OpenAsync();
        await AskAsync(ward);

        Assert.Contains("No swap waits for anybody.", (await (await ward.SignInAsync("nurse")).OpenAsync("/swaps")).Words(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Buttons(IParentNode screen) => [.. screen.QuerySelectorAll("main .actions button").Select(b => b.TextContent)];

    private static Task AskAsync(Ward ward) => ward.PostAsAsync(
        "adler", "/api/v1/swaps", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["role"] = "cardiology/duty-physician",
            ["give"] = new { start = "2026-11-23T08:00" },
            ["with"] = "stranger",
            ["reason"] = "wedding",
        });
}
