using AngleSharp.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Rota;

public sealed class ReportScreenTests
{
    [Fact]
    public async Task Gaps_shares_and_answers_stand_in_tables_beneath_their_charts()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, adler) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("adler"));
        await nurse.PageCardiologyAsync("Urgent");
        ward.Clock.Advance(NodaTime.Duration.FromSeconds(95));
        await adler.PressAsync(await adler.OpenAsync("/"), "On my way");
        await nurse.PageCardiologyAsync("Code");

        var report = await (await ward.SignInAsync("admin")).OpenAsync("/rota/report?from=2026-11-23&to=2026-11-23");

        var tables = report.QuerySelectorAll("table");
        var adlers = tables[0].QuerySelectorAll("tbody tr").Single(r => r.Words().StartsWith("Dr Adler", StringComparison.Ordinal));
        Assert.Equal(["9", "0", "0", "0"], adlers.QuerySelectorAll("td").Select(c => c.TextContent));
        var cardiology = tables[1].QuerySelectorAll("tbody tr").Single(r => r.Words().StartsWith("Cardiology", StringComparison.Ordinal));
        Assert.Equal(["2", "15", "2", "1", "1 min 35 s", "1 min 35 s"], cardiology.QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("100%", report.QuerySelector("section[aria-labelledby='roles'] .chart-full")!.GetAttribute("width"));
    }

    [Fact]
    public async Task Who_plans_nothing_sees_no_report_and_a_year_is_too_much()
    {
        await using var ward = await Ward.OpenAsync();

        Assert.Contains("for schedulers, administrators and auditors", (await (await ward.SignInAsync("nurse")).OpenAsync("/rota/report")).Words(), StringComparison.Ordinal);
        var refused = await (await ward.SignInAsync("admin")).OpenAsync("/rota/report?from=2025-11-23&to=2026-11-23");
        Assert.Contains("At most 93 days", refused.QuerySelector("main .alert")!.Words(), StringComparison.Ordinal);
    }
}
