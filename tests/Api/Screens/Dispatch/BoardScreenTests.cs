using AngleSharp.Dom;
using Xunit;

namespace OnCall.Api.Tests.Screens.Dispatch;

/// <summary>The board with JavaScript off: the list, the page beside it, and what is done there.</summary>
public sealed class BoardScreenTests
{
    [Fact]
    public async Task A_chosen_page_stands_beside_the_list_and_its_address_tells_nothing_of_a_patient()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));
        await nurse.PageCardiologyAsync("Urgent", ("Subject", "Chest pain"), ("Patient reference", "P-77"));

        var board = await dora.OpenAsync("/board");
        Assert.Null(board.QuerySelector("#beside section"));
        var beside = await dora.OpenAsync(board.QuerySelector("#rows th a")!.GetAttribute("href")!);

        Assert.Contains("Chest pain", beside.QuerySelector("#beside")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Dr Adler, tier 1: asked", beside.QuerySelector("#beside")!.Words(), StringComparison.Ordinal);
        Assert.NotNull(beside.QuerySelector("#rows tr.chosen"));
        Assert.Matches("^/board\\?page=[0-9a-f-]{36}$", dora.Path);
    }

    [Fact]
    public async Task A_dispatcher_enters_an_acknowledgement_beside_the_list_and_a_mistake_keeps_what_was_typed()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));
        var board = await dora.OpenAsync(await ChosenAsync(nurse, dora));

        var unknown = await dora.PressAsync(board, "Record the acknowledgement", ("Employee number", "nobody"), ("What they said", "Next door"));
        Assert.Equal(422, dora.Status);
        Assert.Contains("No active person has this employee number", unknown.QuerySelector("#beside .alert")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Next door", unknown.QuerySelector("#called-in-reply")!.GetAttribute("value"));
        Assert.True(unknown.QuerySelector("#do-called-in")!.HasAttribute("open"));

        var taken = await dora.PressAsync(unknown, "Record the acknowledgement", ("Employee number", "baum"));
        Assert.Equal("Dr Baum has it", taken.State());
        Assert.Empty(taken.QuerySelectorAll("#rows tr"));
    }

    [Fact]
    public async Task Whoever_loses_a_race_reads_on_the_board_who_won()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora, adler) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"), await ward.SignInAsync("adler"));
        var board = await dora.OpenAsync(await ChosenAsync(nurse, dora));
        await adler.PressAsync(await adler.OpenAsync("/"), "On my way");

        var told = await dora.PressAsync(board, "Record the acknowledgement", ("Employee number", "baum"));

        Assert.Equal(409, dora.Status);
        Assert.Contains("Dr Adler acknowledged it", told.QuerySelector("#beside .alert")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/board/calledin/", dora.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Re-route the page", "Role", "surgery", "Surgery")]
    [InlineData("Resolve the page", "Outcome", "Seen on the ward", "Resolved")]
    [InlineData("Cancel the page", "Reason", "Wrong role", "Cancelled")]
    public async Task A_page_is_passed_on_resolved_or_cancelled_without_leaving_the_board(string button, string field, string value, string shown)
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));
        var board = await dora.OpenAsync(await ChosenAsync(nurse, dora));

        var done = await dora.PressAsync(board, button, (field, value));

        Assert.StartsWith("/board?page=", dora.Path, StringComparison.Ordinal);
        Assert.Contains(shown, done.QuerySelector("#beside")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_narrows_the_board_and_says_how_many_it_leaves_out()
    {
        await using var ward = await Ward.OpenAsync();
        await ward.PutAsync("/api/v1/org-units/hospital", new { name = "Hospital" });
        await ward.PutAsync("/api/v1/org-units/surg", new { name = "Surgery unit", parent = "hospital" });
        await ward.PutAsync("/api/v1/roles/surgery", new { name = "Surgery", orgUnit = "surg" });
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));
        await nurse.PageCardiologyAsync("Code");
        await ward.SendManyAsync(2);

        var surgery = await dora.OpenAsync("/board?unit=hospital&urgency=&desk=");
        Assert.Equal(2, surgery.QuerySelectorAll("#rows tr").Length);
        Assert.Contains("One page is left out by the filter.", surgery.Words(), StringComparison.Ordinal);
        Assert.Contains("Surgery unit", surgery.QuerySelector("#rows")!.Words(), StringComparison.Ordinal);
        Assert.Single((await dora.OpenAsync("/board?urgency=code")).QuerySelectorAll("#rows tr"));
        Assert.Equal(3, (await dora.OpenAsync("/board?unit=nowhere&urgency=odd")).QuerySelectorAll("#rows tr").Length);
    }

    [Fact]
    public async Task A_line_is_read_by_itself_and_is_gone_when_somebody_has_it()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora, adler) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"), await ward.SignInAsync("adler"));
        var id = (await ChosenAsync(nurse, dora))["/board?page=".Length..];

        Assert.Equal(200, await dora.StatusOfAsync($"/board/line/{id}"));
        await adler.PressAsync(await adler.OpenAsync("/"), "On my way");

        Assert.Equal(204, await dora.StatusOfAsync($"/board/line/{id}"));
        Assert.Equal(403, await adler.StatusOfAsync($"/board/line/{id}"));
        Assert.Equal(403, await adler.StatusOfAsync($"/board/beside/{id}"));
        Assert.Equal(403, await adler.StatusOfAsync("/board/list"));
        Assert.Equal(403, await adler.StatusOfAsync("/board/alarms"));
    }

    [Fact]
    public async Task The_wall_shows_nothing_of_a_patient_has_no_field_and_tells_its_time()
    {
        await using var ward = await Ward.OpenAsync("Asia/Tokyo");
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));
        var page = await nurse.PageCardiologyAsync("Code", ("Subject", "Chest pain"), ("Message", "Bed 4"), ("Patient reference", "P-77"));

        var wall = await dora.OpenAsync("/board/wall");

        Assert.Contains(page.Reference(), wall.Words(), StringComparison.Ordinal);
        Assert.DoesNotMatch("Chest pain|Bed 4|P-77", wall.DocumentElement.OuterHtml);
        Assert.Empty(wall.QuerySelectorAll("input, button, a, select, textarea"));
        Assert.Equal("As of 23 Nov 18:00:00 JST", wall.QuerySelector("#freshness")!.Words());
        Assert.Equal(403, await nurse.StatusOfAsync("/board/wall"));
    }

    [Fact]
    public async Task The_downtime_sheet_says_what_the_job_writes_and_is_for_those_who_may_see_numbers()
    {
        await using var ward = await Ward.OpenAsync();
        var (nurse, dora) = (await ward.SignInAsync("nurse"), await ward.SignInAsync("desk1"));

        var sheet = await dora.OpenAsync("/downtime-sheet");

        Assert.Equal("On call: the whole house", sheet.QuerySelector("main h1")!.TextContent);
        Assert.Contains("Dr Adler (adler)", sheet.Words(), StringComparison.Ordinal);
        Assert.Contains("+15550101", sheet.Words(), StringComparison.Ordinal);
        Assert.Equal(200, await dora.StatusOfAsync("/downtime-sheet/csv?sheet=on-call-house"));
        Assert.Equal(403, await nurse.StatusOfAsync("/downtime-sheet"));
        Assert.Equal(403, await nurse.StatusOfAsync("/downtime-sheet/csv?sheet=on-call-house"));
    }

    [Fact]
    public async Task The_downtime_sheet_speaks_its_readers_language()
    {
        await using var ward = await Ward.OpenAsync();
        var dora = await ward.SignInAsync("desk1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/downtime-sheet");
        request.Headers.AcceptLanguage.ParseAdd("ja");
        var sheet = await dora.SendAsync(request);

        Assert.Equal("ja", sheet.QuerySelector("article.sheet")!.GetAttribute("lang"));
        Assert.Equal("勤務中：病院全体", sheet.QuerySelector("main h1")!.TextContent);
        Assert.Equal(["開始", "終了", "当番", "名前", "番号"], sheet.QuerySelector("article table")!.QuerySelectorAll("th").Select(h => h.TextContent));
        Assert.Contains("Dr Adler (adler)", sheet.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Made ", sheet.Words(), StringComparison.Ordinal);
    }

    // Pages Cardiology and answers the address at which the board shows that page.
    private static async Task<string> ChosenAsync(Browser nurse, Browser dora)
    {
        await nurse.PageCardiologyAsync();
        return (await dora.OpenAsync("/board")).QuerySelector("#rows th a")!.GetAttribute("href")!;
    }
}
