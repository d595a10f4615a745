using AngleSharp;
using AngleSharp.Html.Dom;
using OnCall.Api.Tests.Screens;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Alarms;

/// <summary>Alarms as the desk sees them, without a script.</summary>
public sealed class AlarmsOnTheBoardTests
{
    [Fact]
    public async Task A_board_without_alarms_has_none_of_it()
    {
        await using var house = await AlarmHouse.OpenAsync();

        var board = await BoardAsync(house.Host.Admin);

        Assert.Empty(board.QuerySelectorAll(".alarm"));
        Assert.Contains("No open page.", board.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_critical_alarm_stands_on_top_in_words_and_is_read_out()
    {
        await using var house = await AlarmHouse.OpenAsync();
        await house.LookAsync(after: 20);

        var board = await BoardAsync(house.Host.Admin);

        var alarm = Assert.Single(board.QuerySelectorAll("[role=alert].alarm.critical"));
        Assert.StartsWith("Critical No process runs the engine: nothing escalates and nothing is sent. Page by telephone", alarm.Words(), StringComparison.Ordinal);
        Assert.EndsWith("Since 23 Nov 09:00:20 UTC", alarm.Words(), StringComparison.Ordinal);
        Assert.True(alarm.CompareDocumentPosition(board.QuerySelector("#board")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    [Fact]
    public async Task Warnings_are_folded_under_their_number()
    {
        await using var house = await AlarmHouse.OpenAsync();
        for (var i = 1; i <= 3; i++)
        {
            await house.Host.Admin.PutAsync($"/api/v1/roles/ward-{i}", $$"""{"name":"Ward {{i}}"}""");
        }

        using var form = new MultipartFormDataContent
        {
            { new StringContent("Role,Employee no,Start,End\nward-1,N1,2026-11-23T00:00Z,2026-11-25T00:00Z\nward-2,N2,2026-11-23T00:00Z,2026-11-26T00:00Z\n"), "file", "roster.csv" },
            { new StringContent("UTC"), "timeZone" },
            { new StringContent("true"), "createMissing" },
            { new StringContent("true"), "publish" },
        };
        using var published = await house.Host.Admin.PostAsync(new Uri("/api/v1/rosters/uploads", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await house.LookAsync(after: 5);

        var board = await BoardAsync(house.Host.Admin);

        var folded = Assert.Single(board.QuerySelectorAll("details.alarm.warning"));
        Assert.Equal("2 warnings", folded.QuerySelector("summary")!.TextContent);
        Assert.Contains("Warning No roster for Ward 1 beyond 24 Nov 2026.", folded.Words(), StringComparison.Ordinal);
        Assert.Empty(board.QuerySelectorAll("[role=alert].alarm"));
    }

    [Fact]
    public async Task While_the_database_is_away_the_board_says_so_from_memory()
    {
        await using var house = await AlarmHouse.OpenAsync();
        using var desk = await house.AsAsync("dispatcher");
        await BoardAsync(desk);
        house.Database.Broken = new TimeoutException("No answer.");
        await house.LookAsync(after: 5);
        await house.LookAsync(after: 5);

        var board = await BoardAsync(desk);

        Assert.StartsWith("Critical The database does not answer", Assert.Single(board.QuerySelectorAll(".alarm[role=alert]")).Words(), StringComparison.Ordinal);
        Assert.Contains("The open pages cannot be read now.", board.Words(), StringComparison.Ordinal);
        Assert.Null(board.QuerySelector("#board"));
        Assert.Equal(503, (await house.HealthAsync()).Status);
        Assert.Equal(["database-unreachable"], await AlarmHouse.KindsAsync(desk));
    }

    [Fact]
    public async Task A_key_that_nobody_has_used_lately_does_not_open_the_board_meanwhile()
    {
        await using var house = await AlarmHouse.OpenAsync();
        using var desk = await house.AsAsync("dispatcher");
        house.Database.Broken = new TimeoutException("No answer.");

        using var refused = await desk.GetPathAsync("/board");

        Assert.Equal(500, (int)refused.StatusCode);
    }

    private static async Task<IHtmlDocument> BoardAsync(HttpClient client)
    {
        using var answer = await client.GetPathAsync("/board");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, html);
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
    }
}
