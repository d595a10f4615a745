using System.Text.Json;

namespace OnCall.Screens.Tests.Staff;

/// <summary>Dr Adler says from the lock screen that they are on their way, and reads there what became of it.</summary>
public sealed class AnsweredThereTests(Chromium chromium)
{
    [Fact]
    public async Task On_my_way_from_a_notification_counts_once_and_is_said_to_be_sent()
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        var page = await phone.RungAsync("ring");
        Assert.Equal(["On my way", "Open"], await phone.Worker.ButtonsAsync());
        await phone.Worker.TapAsync("acknowledge");
        await phone.Worker.SaysAsync("your answer was sent at");
        Assert.Empty(await phone.Worker.ButtonsAsync());
        Assert.Equal(("acknowledged", 1, "Dr Adler", "On my way"), await phone.AnswerAsync(page));
    }

    [Fact]
    public async Task A_step_that_had_passed_before_it_was_tapped_does_not_make_the_answer_old()
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        var page = await phone.RungAsync("ring");
        await phone.Window.EvaluateAsync("""
            async page => {
              const { keepInbox, keptInbox } = await import("/kept.mjs");
              const inbox = await keptInbox();
              inbox.pages[page] = { ...inbox.pages[page], next: new Date(Date.now() + inbox.ahead - 60000).toISOString() };
              await keepInbox(inbox);
            }
            """, page);
        await phone.Worker.TapAsync("acknowledge");
        await phone.Worker.SaysAsync("your answer was sent at");
        Assert.Equal(("acknowledged", 1, "Dr Adler", "On my way"), await phone.AnswerAsync(page));
    }

    [Fact]
    public async Task Without_a_network_it_waits_says_so_and_is_sent_when_there_is_one()
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        var page = await phone.RungAsync("ring");
        await phone.Window.Context.SetOfflineAsync(true);
        await phone.Worker.TapAsync("acknowledge");
        await phone.Worker.SaysAsync("waits to be sent");
        Assert.Equal("open", (await phone.AnswerAsync(page)).State);
        await phone.Window.Context.SetOfflineAsync(false);
        await phone.Window.GotoAsync("/");
        await phone.Worker.SaysAsync("your answer was sent at");
        Assert.Equal(("acknowledged", 1, "Dr Adler", "On my way"), await phone.AnswerAsync(page));
    }

    [Fact]
    public async Task After_somebody_elses_answer_it_is_said_not_to_have_been_needed()
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        var page = await phone.RungAsync("ring");
        await phone.Floor.EscalateAsync(page);
        await phone.Floor.AnswerAsync("B1", page);
        await phone.Worker.TapAsync("acknowledge");
        await phone.Worker.SaysAsync("Dr Baum had it already");
        Assert.Equal(("acknowledged", 1, "Dr Baum", null), await phone.AnswerAsync(page));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("N1")]
    public async Task Whoever_is_not_signed_in_there_any_more_answers_nothing_and_is_told_so(string? other)
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        var page = await phone.RungAsync("ring");
        await phone.Window.Context.ClearCookiesAsync();
        if (other is not null)
        {
            await phone.Window.SignInAsync(phone.Floor.KeyOf(other), own: true);
        }

        await phone.Worker.TapAsync("acknowledge");
        await phone.Worker.SaysAsync("Sign in again to answer.");
        Assert.Equal("open", (await phone.AnswerAsync(page)).State);
    }

    [Fact]
    public async Task A_critical_result_is_read_back_and_not_taken_from_a_notification()
    {
        await using var phone = await RingingPhone.OpenAsync(chromium);
        await phone.Worker.DeliverAsync(JsonElement.Parse(
            """{"title":"CRITICAL RESULT #A1B2","body":"Cardiology","tag":"A1B2","rings":true,"purpose":"page","url":"/","page":"00000007-0000-0000-0000-000000000000","reference":"#A1B2","urgency":"critical-result"}"""));
        Assert.Empty(await phone.Worker.ButtonsAsync());
    }
}
