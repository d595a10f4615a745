using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>The main job on the screens, with JavaScript off.</summary>
public sealed class PagingByScreenTests
{
    [Fact]
    public async Task A_nurse_pages_a_role_and_the_one_on_shift_takes_it()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");

        var sent = await nurse.PageCardiologyAsync("Urgent", ("Subject", "Chest pain"), ("Call back on", "555 0199"));
        Assert.Contains("Step 1 of 4 – nobody has it", sent.State(), StringComparison.Ordinal);

        var inbox = await adler.OpenAsync("/");
        Assert.Contains("One page asks you.", inbox.Words(), StringComparison.Ordinal);
        Assert.Contains("Chest pain", inbox.Words(), StringComparison.Ordinal);
        var taken = await adler.PressAsync(inbox, "On my way");

        Assert.Equal("Dr Adler has it", taken.State());
        var watched = await nurse.OpenAsync(nurse.Path);
        Assert.Equal("Dr Adler has it", watched.State());
        Assert.Contains("“On my way”", watched.Words(), StringComparison.Ordinal);
        Assert.Contains("No page asks you now.", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_shows_a_page_until_somebody_has_it()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var dora = await ward.SignInAsync("desk1");
        var reference = (await nurse.PageCardiologyAsync()).Reference();

        Assert.Contains(reference, (await dora.OpenAsync("/board")).Words(), StringComparison.Ordinal);
        await adler.PressAsync(await adler.OpenAsync("/"), "10 minutes");

        var board = await dora.OpenAsync("/board");
        Assert.DoesNotContain(reference, board.Words(), StringComparison.Ordinal);
        Assert.Contains("No open page.", board.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_puts_the_most_urgent_first()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync("Routine");
        await nurse.PageCardiologyAsync("Code");
        await nurse.PageCardiologyAsync("Critical result");
        await nurse.PageCardiologyAsync("Urgent");

        var board = await dora.OpenAsync("/board");

        Assert.Equal(["Code", "Urgent", "Critical result", "Routine"], board.QuerySelectorAll("tbody td:first-child").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_code_stays_on_top_of_the_board_however_many_pages_came_after_it()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        var reference = (await nurse.PageCardiologyAsync("Code")).Reference();
        await ward.SendManyAsync(510);

        var board = await dora.OpenAsync("/board");

        Assert.Equal(reference, board.QuerySelector("tbody .ref")!.TextContent);
        Assert.Equal(500, board.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("511 open pages", board.Words(), StringComparison.Ordinal);
        Assert.Contains("11 more open pages, less urgent than these, are not shown.", board.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_send_twice_sends_once()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var form = await nurse.OpenAsync("/page");

        await nurse.PressAsync(form, "Send the page", ("Role", Ward.Role), ("Urgent", ""));
        var first = nurse.Path;
        await nurse.SendAsync(Browser.Press(form, "Send the page"));

        Assert.Equal(first, nurse.Path);
        Assert.Contains("One page asks you.", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_changed_after_it_was_sent_is_not_sent_before_it_is_pressed_again()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var form = await nurse.OpenAsync("/page");
        await nurse.PressAsync(form, "Send the page", ("Role", Ward.Role), ("Urgent", ""));

        var asked = await nurse.PressAsync(form, "Send the page", ("Subject", "Another thing"));

        Assert.Equal(409, nurse.Status);
        Assert.Contains("You already sent a page from this form", asked.Words(), StringComparison.Ordinal);
        Assert.Contains("One page asks you.", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);
        await nurse.PressAsync(asked, "Send the page");
        Assert.Contains("2 pages ask you.", (await adler.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_nobody_knows_is_said_beside_the_form_and_what_was_typed_stays()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        var again = await nurse.PressAsync(
            await nurse.OpenAsync("/page"), "Send the page", ("Role", "Kardiology"), ("Code", ""), ("Message", "Bed 4"), ("Patient reference", "P-77"));

        Assert.Equal(404, nurse.Status);
        Assert.Contains("No role is called 'Kardiology'", again.QuerySelector("[role=alert].alert:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bed 4", again.QuerySelector("#body")!.TextContent);
        Assert.Equal("P-77", again.QuerySelector("#patient")!.GetAttribute("value"));
        Assert.True(again.QuerySelector("#urgency-code")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Who_is_on_now_is_shown_before_anything_is_sent()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");

        var looked = await nurse.PressAsync(await nurse.OpenAsync("/page"), "Who is on now?", ("Role", Ward.Role), ("Message", "Bed 4"));

        Assert.Contains("Dr Adler", looked.Words(), StringComparison.Ordinal);
        Assert.Equal("Bed 4", looked.QuerySelector("#body")!.TextContent);
        var uncovered = await nurse.PressAsync(looked, "Who is on now?", ("Role", "Surgery"));
        Assert.Contains("Nobody is on", uncovered.Words(), StringComparison.Ordinal);
    }
}
