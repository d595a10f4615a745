using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>Vera is on first and has a telephone; Ben is second.</summary>
public sealed class AnswerVoiceTests
{
    [Fact]
    public async Task Whoever_answers_hears_the_page_and_is_asked_for_a_key()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();

        var heard = await night.AnswerAsync();

        var reference = string.Join(", ", night.Reference.Value.AsEnumerable());
        Assert.Equal($"Urgent page for Role cardiology/duty. Reference {reference}. Press 1 to take it. Press 2 to pass it on.", heard.Words);
        Assert.Equal("Nothing was pressed. Nobody has taken it. Goodbye.", heard.WhenSilent);
        Assert.True((await night.EscalationAsync()).IsOpen);
    }

    [Theory]
    [InlineData("ja", "至急の呼び出しです。")]
    [InlineData("zh-CN", "紧急呼叫")]
    public async Task It_speaks_the_persons_language(string language, string words)
    {
        await using var night = await Night.OpenAsync(language: language);
        await night.PageAsync();
        Assert.StartsWith(words, (await night.AnswerAsync()).Words, StringComparison.Ordinal);
        Assert.Equal(language[..2], night.House.Voice.Sent[0].Language.ToString()[..2].ToLowerInvariant().Replace("ch", "zh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_takes_the_page_and_the_call_has_not_failed_when_it_ends()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();

        Assert.Equal("You have it.", (await night.AnswerAsync("1")).Words);
        await night.EndAsync();

        var taken = Assert.Single((await night.EscalationAsync()).Acknowledgements);
        Assert.Equal((night.Vera.Id, null), (taken.Person, taken.Reply));
        var trail = await night.TrailAsync();
        Assert.Contains(trail, e => e.Kind == PageEventKind.Delivered && e.Channel == ContactMethodKind.Voice && e.Detail == "Voice: answered, 1 pressed");
        Assert.DoesNotContain(trail, e => e.Kind == PageEventKind.Failed);
    }

    [Fact]
    public async Task Two_passes_it_on_and_the_next_is_asked_at_once()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();

        Assert.Equal("Passed on.", (await night.AnswerAsync("2")).Words);

        var responders = (await night.EscalationAsync()).Responders;
        Assert.Equal(Standing.Declined, responders.Single(r => r.Person == night.Vera.Id).Standing);
        Assert.Contains(responders, r => r.Person == night.House.Ben.Id);
    }

    [Fact]
    public async Task Nothing_pressed_is_a_failure_and_the_next_is_asked()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.AnswerAsync();

        await night.EndAsync();
        await night.House.SweepAsync();

        Assert.Contains(await night.TrailAsync(), e => e.Kind == PageEventKind.Failed && e.Detail == "Voice: answered, nothing pressed");
        Assert.Contains((await night.EscalationAsync()).Responders, r => r.Person == night.House.Ben.Id);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("*")]
    [InlineData("")]
    public async Task Another_key_asks_again(string key)
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        Assert.NotNull((await night.AnswerAsync(key)).WhenSilent);
        Assert.Empty((await night.EscalationAsync()).Acknowledgements);
    }

    [Fact]
    public async Task A_critical_result_is_read_back_by_calling_and_the_escalation_goes_on()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync("critical-result");

        Assert.Equal("Not taken yet. Call to read back the value.", (await night.AnswerAsync("1")).Words);
        Assert.Equal("Not taken yet. Call to read back the value.", (await night.AnswerAsync("1")).Words);

        Assert.True((await night.EscalationAsync()).IsOpen);
        Assert.Single(await night.TrailAsync(), e => e.Kind == PageEventKind.ReadBackNeeded);
        await night.House.PassAsync(Duration.FromMinutes(5));
        Assert.Contains((await night.EscalationAsync()).Responders, r => r.Person == night.House.Ben.Id);
    }

    [Fact]
    public async Task A_lost_race_is_spoken_with_the_name_of_the_winner()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.House.Get<AcknowledgePage>().RunAsync(night.House.Dispatcher, night.Page, new AcknowledgeRequest(By: "N2"), CancellationToken.None);

        Assert.Equal("Dr N2 has it. Nothing more to do.", (await night.AnswerAsync("1")).Words);
    }

    [Fact]
    public async Task Whoever_answers_too_late_is_told_so_before_any_key()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.House.Get<AcknowledgePage>().RunAsync(night.House.Dispatcher, night.Page, new AcknowledgeRequest(By: "N2"), CancellationToken.None);

        Assert.Equal(("Dr N2 has it. Nothing more to do.", null), await night.HeardAsync());
        await night.House.Get<ResolvePage>().RunAsync(night.House.Dispatcher, night.Page, "Seen", CancellationToken.None);
        Assert.Equal(("This page is closed. Nothing more to do.", null), await night.HeardAsync());
    }

    [Fact]
    public async Task After_a_handover_the_part_has_ended()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync();
        await night.House.Hospital.Rosters.ClearAsync(night.House.Cardiology.Id);
        await night.House.Hospital.PutOnAsync(night.House.Cardiology, night.House.Ben);
        await night.House.SweepAsync();

        Assert.Equal("It has been handed over. Your part has ended.", (await night.AnswerAsync()).Words);
        Assert.Equal("Handed over to Dr N2. Your part has ended.", (await night.AnswerAsync("1")).Words);
        Assert.True((await night.EscalationAsync()).IsOpen);
    }

    [Fact]
    public async Task The_roles_own_telephone_answers_for_whoever_is_alone_on_duty()
    {
        ContactMethod? bleep = null;
        await using var house = await House.OpenAsync(h => [bleep = h.Hospital.Method(ContactMethodKind.Voice, "+15558000")]);
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        var call = Assert.Single(house.Voice.Sent);

        var said = await house.Get<AnswerVoice>().RunAsync(new VoiceAnswer(call.Id, 1, "Voice1", bleep!.Address, "1"), CancellationToken.None);

        Assert.Equal("You have it.", said.Words);
        Assert.Equal(house.Anna.Id, (await house.LoadAsync(page)).Escalation.Acknowledgements[0].Person);
    }

    [Fact]
    public async Task Whoever_has_a_page_without_an_outcome_says_by_a_key_that_they_are_still_at_it()
    {
        await using var night = await OverdueAsync();

        var asked = await night.AnswerAsync(callId: "Voice2", notification: night.Calls[^1].Id);
        Assert.EndsWith("You have this page. Press 1 if you are still at it. Press 2 to pass it on.", asked.Words, StringComparison.Ordinal);
        Assert.Equal("Nothing was pressed. Without an answer it goes on to others. Goodbye.", asked.WhenSilent);
        Assert.Equal("You have it.", (await night.AnswerAsync("1", callId: "Voice2", notification: night.Calls[^1].Id)).Words);

        await night.House.PassAsync(Duration.FromMinutes(6));
        Assert.Equal((EscalationPhase.Acknowledged, false), ((await night.EscalationAsync()).Phase, (await night.EscalationAsync()).IsOverdue));
    }

    [Fact]
    public async Task Whoever_has_a_page_without_an_outcome_and_presses_nothing_loses_it_to_the_next()
    {
        await using var night = await OverdueAsync();
        await night.AnswerAsync(callId: "Voice2", notification: night.Calls[^1].Id);

        await night.House.PassAsync(Duration.FromMinutes(6));

        var escalation = await night.EscalationAsync();
        Assert.True(escalation.IsOpen);
        Assert.Contains(escalation.Responders, r => r.Person == night.House.Ben.Id);
    }

    [Fact]
    public async Task Whoever_has_a_page_without_an_outcome_may_pass_it_on_by_a_key()
    {
        await using var night = await OverdueAsync();
        Assert.Equal("Passed on.", (await night.AnswerAsync("2", callId: "Voice2", notification: night.Calls[^1].Id)).Words);
        Assert.True((await night.EscalationAsync()).IsOpen);
    }

    [Fact]
    public async Task A_repeat_does_not_ring_a_telephone_that_still_rings()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync("code");

        await night.House.PassAsync(Duration.FromSeconds(30));
        Assert.Single(night.Calls);

        await night.EndAsync();
        await night.House.PassAsync(Duration.FromSeconds(30));
        Assert.Equal([NotificationPurpose.Page, NotificationPurpose.Repeat], night.Calls.Select(c => c.PageText().Purpose));
    }

    [Fact]
    public async Task A_telephone_of_which_nothing_more_is_heard_rings_again_after_two_minutes()
    {
        await using var night = await Night.OpenAsync();
        await night.PageAsync("code");
        await night.House.PassAsync(Duration.FromSeconds(119));
        Assert.Single(night.Calls);
        await night.House.PassAsync(Duration.FromSeconds(31));
        Assert.Equal(2, night.Calls.Count);
    }

    // Vera took it by a key, and has not said within 30 minutes what came of it.
    private static async Task<Night> OverdueAsync()
    {
        var night = await Night.OpenAsync(outcomeWithinSeconds: 1800);
        await night.PageAsync();
        Assert.Equal("You have it.", (await night.AnswerAsync("1")).Words);
        await night.House.PassAsync(Duration.FromMinutes(30));
        Assert.True((await night.EscalationAsync()).IsOverdue);
        Assert.Equal([NotificationPurpose.Page, NotificationPurpose.Repeat], night.Calls.Select(c => c.PageText().Purpose));
        return night;
    }
}
