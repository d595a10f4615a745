using NodaTime;
using Xunit;

namespace OnCall.Api.Tests.Screens;

/// <summary>What responders, senders and dispatchers do with a page on its screen.</summary>
public sealed class AnsweringByScreenTests
{
    [Fact]
    public async Task A_critical_result_is_taken_only_with_the_value_read_back()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync("Critical result", ("Message", "Potassium 7.1"));

        var refused = await adler.PressAsync(await adler.OpenAsync("/"), "On my way");
        Assert.Equal(422, adler.Status);
        Assert.Contains("Read the value back", refused.Words(), StringComparison.Ordinal);

        var taken = await adler.PressAsync(refused, "On my way", ("Read the value back", "K seven point one"));
        Assert.Equal("Dr Adler has it", taken.State());
        Assert.Contains("Read back: “K seven point one”", taken.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_senders_own_answers_are_offered()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync("Urgent", ("Answers to choose from", "Give 5 mg\r\n\r\nTransfer\r\n"));

        var taken = await adler.PressAsync(await adler.OpenAsync("/"), "Transfer");

        Assert.Contains("“Transfer”", taken.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passing_on_asks_the_next_people_at_once()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var baum = await ward.SignInAsync("baum");
        await nurse.PageCardiologyAsync();

        var passed = await adler.PressAsync(await adler.OpenAsync("/"), "Not me, pass on");

        Assert.Contains("Dr Adler, tier 1: passed it on", passed.Words(), StringComparison.Ordinal);
        Assert.Contains("One page asks you.", (await baum.OpenAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_answers_too_late_reads_who_has_it()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        var baum = await ward.SignInAsync("baum");
        var page = await nurse.PageCardiologyAsync();
        await nurse.PressAsync(page, "Escalate now");
        var late = await adler.OpenAsync("/");
        await baum.PressAsync(await baum.OpenAsync("/"), "On my way");

        var told = await adler.PressAsync(late, "On my way");

        Assert.Equal(409, adler.Status);
        Assert.Contains("Dr Baum acknowledged it", told.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatcher_enters_the_acknowledgement_of_somebody_who_called_in()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();
        await dora.OpenAsync(nurse.Path + "?form=called-in");

        var unknown = await dora.PressAsync(await dora.OpenAsync(nurse.Path + "?form=called-in"), "Record the acknowledgement", ("Employee number", "nobody"));
        Assert.Equal(422, dora.Status);
        Assert.Contains("No active person has this employee number", unknown.Words(), StringComparison.Ordinal);

        var taken = await dora.PressAsync(unknown, "Record the acknowledgement", ("Employee number", "baum"), ("What they said", "I am next door"));
        Assert.Equal("Dr Baum has it", taken.State());
        Assert.Contains("called in, entered by Dora Dispatcher", taken.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatcher_takes_over_from_the_board_and_stays_there()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();

        var board = await dora.PressAsync(await dora.OpenAsync("/board"), "Take over");

        Assert.Equal("/board", dora.Path);
        Assert.Contains("In hand: Dora Dispatcher took it over", board.Words(), StringComparison.Ordinal);
        Assert.Contains("The desk rings in 5 min unless somebody has it by then", board.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_counts_down_to_the_next_step_and_marks_what_stands_at_the_desk()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();

        ward.Clock.Advance(Duration.FromSeconds(40));
        Assert.Contains("Next step in 1 min 20 s", (await dora.OpenAsync("/board")).Words(), StringComparison.Ordinal);

        for (var minute = 0; minute < 11; minute++)
        {
            ward.Clock.Advance(Duration.FromMinutes(1));
            await ward.SweepAsync();
        }

        var board = await dora.OpenAsync("/board");
        Assert.Contains("At the desk – nobody has it", board.Words(), StringComparison.Ordinal);
        Assert.Contains("One open page, 1 at the desk.", board.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_rerouted_resolved_and_cancelled_by_form()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var dora = await ward.SignInAsync("desk1");
        await nurse.PageCardiologyAsync();
        var rerouted = await dora.PressAsync(await dora.OpenAsync(nurse.Path + "?form=reroute"), "Re-route the page", ("Role", "surgery"));
        Assert.Contains("Surgery", rerouted.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var resolved = await dora.PressAsync(await dora.OpenAsync(nurse.Path + "?form=resolve"), "Resolve the page", ("Outcome", "Seen on the ward"));
        Assert.Equal("Resolved", resolved.State());

        await nurse.PageCardiologyAsync();
        var cancelled = await nurse.PressAsync(await nurse.OpenAsync(nurse.Path + "?form=cancel"), "Cancel the page", ("Reason", "Wrong role"));
        Assert.Equal("Cancelled", cancelled.State());
        Assert.Contains("Wrong role", cancelled.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_appears_in_the_trail_of_everyone_who_takes_part()
    {
        await using var ward = await Ward.OpenAsync();
        var nurse = await ward.SignInAsync("nurse");
        var adler = await ward.SignInAsync("adler");
        await nurse.PageCardiologyAsync();
        await nurse.PressAsync(await nurse.OpenAsync(nurse.Path + "?form=message"), "Add the message", ("Message", "The door is locked"));

        Assert.Contains("The door is locked", (await adler.OpenAsync(nurse.Path)).Words(), StringComparison.Ordinal);
    }
}
