using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class AnswerSmsTests
{
    private const string NothingTaken = "This number cannot answer that page. Nothing was taken. Call the desk.";

    [Fact]
    public async Task A_yes_with_the_reference_takes_the_page()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);

        Assert.Equal($"{reference}: you have it.", await AnswerAsync(house, house.Anna, reference, takes: true));

        var taken = Assert.Single((await house.LoadAsync(page)).Escalation.Acknowledgements);
        Assert.Equal((house.Anna.Id, null), (taken.Person, taken.Reply));
    }

    [Theory]
    [InlineData("On my way!", true)]
    [InlineData("10 minutes", true)]
    [InlineData("Scrubbed in", true)]
    [InlineData("not me, pass on", false)]
    public async Task Reply_words_of_the_house_and_of_the_page_count(string words, bool takes)
    {
        await using var house = await House.OpenAsync();
        var sent = (await house.SendAsync(House.Request() with { Replies = ["scrubbed in"] })).Value!;
        await house.PassAsync(Duration.FromSeconds(30));

        await AnswerAsync(house, house.Anna, null, words: words);

        var escalation = (await house.LoadAsync(new PageId(sent.Id))).Escalation;
        Assert.Equal(takes ? EscalationPhase.Acknowledged : EscalationPhase.Stepping, escalation.Phase);
        Assert.Equal(takes ? Standing.Acknowledged : Standing.Declined, escalation.Responders.Single(r => r.Person == house.Anna.Id).Standing);
    }

    // The words come with full-width letters and ligatures made plain.
    [Theory]
    [InlineData("５分で行きます", "5分で行きます", true)]
    [InlineData("½ hour", "1⁄2 hour", true)]
    [InlineData("Coming!", "coming!", true)]
    [InlineData("Coming.", "Coming", true)]
    [InlineData("odd \ufffe sign", "odd \ufffe sign", true)]
    [InlineData("…", "", false)]
    public async Task A_reply_that_the_page_offers_takes_it_however_it_is_spelt(string offered, string words, bool takes)
    {
        await using var house = await House.OpenAsync();
        var sent = (await house.SendAsync(House.Request() with { Replies = [offered] })).Value!;
        await house.PassAsync(Duration.FromSeconds(30));

        await AnswerAsync(house, house.Anna, null, words: words);

        Assert.Equal(takes ? EscalationPhase.Acknowledged : EscalationPhase.Stepping, (await house.LoadAsync(new PageId(sent.Id))).Escalation.Phase);
    }

    [Fact]
    public async Task Other_words_are_kept_and_take_nothing()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);

        Assert.StartsWith($"{reference}: noted, but not taken.", await AnswerAsync(house, house.Anna, reference, words: "who is this"), StringComparison.Ordinal);

        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Message && e.Detail == "who is this" && e.Person == house.Anna.Id);
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task A_bare_yes_means_the_only_open_page_and_with_several_it_is_asked_which()
    {
        await using var house = await House.OpenAsync();
        var (_, first) = await DeliveredAsync(house);
        var (_, second) = await DeliveredAsync(house);

        var which = await AnswerAsync(house, house.Anna, null, takes: true);
        Assert.StartsWith("Nothing was taken. Say which page: ", which, StringComparison.Ordinal);
        Assert.Contains($"{first} Y", which, StringComparison.Ordinal);

        Assert.Equal($"{first}: you have it.", await AnswerAsync(house, house.Anna, first, takes: true));
        Assert.Equal($"{second}: you have it.", await AnswerAsync(house, house.Anna, null, takes: true));
    }

    [Fact]
    public async Task The_same_message_delivered_again_never_takes_a_later_page()
    {
        await using var house = await House.OpenAsync();
        var (first, reference) = await DeliveredAsync(house);
        var yes = new SmsAnswer(house.Anna.ContactMethods[0].Address, null, true, "", "SM1");
        Assert.Equal($"{reference}: you have it.", await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None));
        await house.Get<ResolvePage>().RunAsync(TestHospital.CallerOf(house.Anna), first, "Seen", CancellationToken.None);
        var (second, _) = await DeliveredAsync(house);

        var again = await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None);

        Assert.StartsWith($"{reference}: closed.", again, StringComparison.Ordinal);
        Assert.True((await house.LoadAsync(second)).Escalation.IsOpen);
        Assert.Empty((await house.LoadAsync(second)).Escalation.Acknowledgements);
    }

    [Fact]
    public async Task A_yes_that_fitted_two_pages_takes_neither_when_it_is_delivered_again_and_one_is_left()
    {
        await using var house = await House.OpenAsync();
        var (first, _) = await DeliveredAsync(house);
        var (second, left) = await DeliveredAsync(house);
        var yes = new SmsAnswer(house.Anna.ContactMethods[0].Address, null, true, "", "SM1");
        Assert.StartsWith("Nothing was taken. Say which page: ", await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None), StringComparison.Ordinal);
        await house.Get<CancelPage>().RunAsync(House.Lab, first, null, CancellationToken.None);

        Assert.Equal($"Nothing was taken. Say which page: {left} Y.", await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None));
        Assert.Empty((await house.LoadAsync(second)).Escalation.Acknowledgements);

        Assert.Equal($"{left}: you have it.", await house.Get<AnswerSms>().RunAsync(yes with { MessageId = "SM2" }, CancellationToken.None));
    }

    [Fact]
    public async Task A_yes_that_fitted_no_page_does_not_take_one_that_comes_later()
    {
        await using var house = await House.OpenAsync();
        var yes = new SmsAnswer(house.Anna.ContactMethods[0].Address, null, true, "", "SM1");
        Assert.Equal("No open page asks this number. Nothing was taken.", await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None));
        var (page, _) = await DeliveredAsync(house);

        await house.Get<AnswerSms>().RunAsync(yes, CancellationToken.None);

        Assert.Empty((await house.LoadAsync(page)).Escalation.Acknowledgements);
    }

    [Fact]
    public async Task A_forwarded_reference_takes_nothing_from_another_number_and_the_trail_says_so()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);

        Assert.Equal(NothingTaken, await AnswerAsync(house, house.Ben, reference, takes: true));

        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Refused);
        await house.PassAsync(Duration.FromMinutes(2));
        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task A_number_that_two_people_share_takes_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.Hospital.AddPersonAsync("N9", house.Hospital.Method(ContactMethodKind.Sms, house.Anna.ContactMethods[0].Address));
        var (page, reference) = await DeliveredAsync(house);
        Assert.Equal(NothingTaken, await AnswerAsync(house, house.Anna, reference, takes: true));
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task An_unverified_number_takes_nothing()
    {
        await using var house = await House.OpenAsync();
        var (_, reference) = await DeliveredAsync(house);
        await house.Hospital.ChangeAsync(house.Anna with { ContactMethods = [house.Anna.ContactMethods[0] with { Verified = false }] });
        Assert.Equal(NothingTaken, await AnswerAsync(house, house.Anna, reference, takes: true));
    }

    [Fact]
    public async Task A_stranger_learns_nothing()
    {
        await using var house = await House.OpenAsync();
        await DeliveredAsync(house);
        var answer = new SmsAnswer("+15559999", null, true, "");
        Assert.Equal("No open page asks this number. Nothing was taken.", await house.Get<AnswerSms>().RunAsync(answer, CancellationToken.None));
    }

    [Fact]
    public async Task After_a_handover_the_part_has_ended()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Ben);
        await house.SweepAsync();

        Assert.Equal($"{reference}: handed over, your part has ended.", await AnswerAsync(house, house.Anna, reference, takes: true));
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task A_critical_result_is_not_taken_by_text()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await house.PageAsync("critical-result");
        await house.PassAsync(Duration.FromMinutes(2));
        Assert.Equal($"{reference}: not taken yet. Call to read back the value.", await AnswerAsync(house, house.Anna, reference, takes: true));
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
    }

    [Fact]
    public async Task Whoever_answers_a_closed_page_is_told_that_it_is_closed()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);
        await house.Get<CancelPage>().RunAsync(House.Lab, page, null, CancellationToken.None);

        Assert.Equal($"{reference}: closed. Nothing more to do.", await AnswerAsync(house, house.Anna, reference, takes: true));
        Assert.Equal($"{reference}: closed. Nothing more to do.", await AnswerAsync(house, house.Anna, null, takes: true));
    }

    [Fact]
    public async Task A_yes_after_somebody_elses_is_told_that_it_is_taken()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await DeliveredAsync(house);
        await house.Get<AcknowledgePage>().RunAsync(house.Dispatcher, page, new AcknowledgeRequest(By: "N2"), CancellationToken.None);
        Assert.Equal($"{reference}: somebody has it already. Nothing more to do.", await AnswerAsync(house, house.Anna, reference, takes: true));
    }

    [Fact]
    public async Task The_roles_own_device_answers_for_whoever_is_alone_on_duty()
    {
        ContactMethod? bleep = null;
        await using var house = await House.OpenAsync(h => [bleep = h.Hospital.Method(ContactMethodKind.Sms)]);
        var (page, reference) = await DeliveredAsync(house);

        var text = await house.Get<AnswerSms>().RunAsync(new SmsAnswer(bleep!.Address, reference, true, ""), CancellationToken.None);

        Assert.Equal($"{reference}: you have it.", text);
        Assert.Equal(house.Anna.Id, (await house.LoadAsync(page)).Escalation.Acknowledgements[0].Person);
    }

    [Fact]
    public async Task With_two_on_duty_the_holder_of_the_device_has_it()
    {
        ContactMethod? bleep = null;
        await using var house = await House.OpenAsync(h => [bleep = h.Hospital.Method(ContactMethodKind.Sms)]);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Dora);
        var (page, reference) = await DeliveredAsync(house);

        await house.Get<AnswerSms>().RunAsync(new SmsAnswer(bleep!.Address, reference, true, ""), CancellationToken.None);

        var taken = (await house.LoadAsync(page)).Escalation.Acknowledgements[0];
        Assert.Equal((null, "holder of the device"), (taken.Person, taken.Name));
    }

    private static async Task<(PageId Id, PageReference Reference)> DeliveredAsync(House house)
    {
        var sent = await house.PageAsync();
        await house.DeliverAsync();
        return sent;
    }

    private static Task<string> AnswerAsync(House house, Person from, PageReference? reference, bool? takes = null, string words = "") =>
        house.Get<AnswerSms>().RunAsync(new SmsAnswer(from.ContactMethods[0].Address, reference, takes, words), CancellationToken.None);
}
