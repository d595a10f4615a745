using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Data.Directory;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

/// <summary>A page of the laboratory, whose policy wants an outcome within 30 minutes. Anna has it.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public async Task Silence_of_the_owner_brings_the_page_to_the_next_people()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await TakenAsync(house);

        await house.PassAsync(Duration.FromMinutes(30));
        Assert.Equal([NotificationPurpose.Page, NotificationPurpose.Repeat], house.Sms.Sent.Select(s => s.PageText().Purpose));

        await house.PassAsync(Duration.FromMinutes(5));
        Assert.Equal(house.Ben.ContactMethods[0].Address, house.Sms.Sent[^1].Address);
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Reopened);
    }

    [Fact]
    public async Task A_yes_of_the_owner_starts_the_time_anew_and_withdraws_what_still_asks()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await TakenAsync(house);
        house.Time.Advance(Duration.FromMinutes(30));
        await house.SweepAsync();

        Assert.Equal($"{reference}: you have it.", await SmsAsync(house, reference, takes: true));
        await house.DeliverAsync();

        Assert.DoesNotContain(house.Sms.Sent, s => s.PageText().Purpose == NotificationPurpose.Repeat);
        Assert.Equal(house.Time.GetCurrentInstant() + Duration.FromMinutes(30), (await house.LoadAsync(page)).Escalation.DueAt);
    }

    [Fact]
    public async Task Words_of_the_owner_start_the_time_anew_on_the_screen_and_by_text()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await TakenAsync(house);
        await house.PassAsync(Duration.FromMinutes(31));

        var view = (await house.Get<AddPageMessage>().RunAsync(TestHospital.CallerOf(house.Anna), page, "In theatre", CancellationToken.None)).Value!;
        Assert.Equal((null, house.Time.GetCurrentInstant() + Duration.FromMinutes(30)), (view.GoesOnAt, view.OutcomeDueAt));

        await house.PassAsync(Duration.FromMinutes(10));
        Assert.Equal($"{reference}: noted. You have it; reply {reference} N to pass on.", await SmsAsync(house, reference, words: "still busy"));
        Assert.Equal(house.Time.GetCurrentInstant() + Duration.FromMinutes(30), (await house.LoadAsync(page)).Escalation.DueAt);
        Assert.Contains(await house.TrailAsync(page), e => e is { Kind: PageEventKind.Message, Channel: ContactMethodKind.Sms, Detail: "still busy", Who: "Dr N1" });
    }

    [Fact]
    public async Task Words_of_anybody_else_are_only_words()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await TakenAsync(house);
        await house.PassAsync(Duration.FromMinutes(31));
        var due = (await house.LoadAsync(page)).Escalation.DueAt;

        Assert.True((await house.Get<AddPageMessage>().RunAsync(house.Dispatcher, page, "Anna?", CancellationToken.None)).Ok);

        Assert.Equal(due, (await house.LoadAsync(page)).Escalation.DueAt);
        Assert.Contains(await house.TrailAsync(page), e => e is { Kind: PageEventKind.Message, Detail: "Anna?", Who: "Dr D1" });
    }

    [Fact]
    public async Task A_no_of_the_owner_brings_the_next_people_at_once()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await TakenAsync(house);

        Assert.Equal($"{reference}: passed on.", await SmsAsync(house, reference, takes: false));
        await house.DeliverAsync();

        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
        Assert.Equal(house.Ben.ContactMethods[0].Address, house.Sms.Sent[^1].Address);
    }

    [Fact]
    public async Task A_bare_yes_does_not_choose_between_a_new_page_and_one_that_is_overdue()
    {
        await using var house = await House.OpenAsync();
        var (_, overdue) = await TakenAsync(house);
        await house.PassAsync(Duration.FromMinutes(31));
        var (_, fresh) = await house.PageAsync();
        await house.DeliverAsync();

        var which = await SmsAsync(house, null, takes: true);

        Assert.Contains($"{overdue} Y", which, StringComparison.Ordinal);
        Assert.Contains($"{fresh} Y", which, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_under_way_is_not_overrun_by_the_sweep()
    {
        await using var house = await House.OpenAsync();
        var (page, reference) = await TakenAsync(house);
        house.Time.Advance(Duration.FromMinutes(30));
        var pages = new Interrupted(house.Get<IPageStore>(), () => SmsAsync(house, reference, takes: true));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await node.GetRequiredService<SweepEscalations>().RunAsync(CancellationToken.None);

        Assert.Equal((false, EscalationPhase.Acknowledged), ((await house.LoadAsync(page)).Escalation.IsOverdue, (await house.LoadAsync(page)).Escalation.Phase));
        Assert.DoesNotContain(await house.TrailAsync(page), e => e.Kind == PageEventKind.AcknowledgementTimedOut);
    }

    [Fact]
    public async Task When_the_owners_only_channel_fails_the_next_people_are_asked_in_the_next_sweep()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await TakenAsync(house);
        house.Sms.Always(DeliveryStatus.FailedForGood);
        await house.PassAsync(Duration.FromMinutes(30));

        await house.SweepAsync();

        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
    }

    [Fact]
    public async Task Only_whoever_has_it_when_it_is_written_resolves_it()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await TakenAsync(house);
        var pages = new Interrupted(house.Get<IPageStore>(), async () =>
        {
            await house.Get<DeclinePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, null, CancellationToken.None);
            await house.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Ben), page, new AcknowledgeRequest(), CancellationToken.None);
        });
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var late = await node.GetRequiredService<ResolvePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, "Seen", CancellationToken.None);

        Assert.Equal("already-acknowledged", late.Refusal!.Type);
        Assert.Equal(EscalationPhase.Acknowledged, (await house.LoadAsync(page)).Escalation.Phase);
    }

    [Fact]
    public async Task The_board_shows_a_page_whose_owner_is_silent_and_what_it_will_do()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await TakenAsync(house);
        Assert.Empty((await house.Get<ReadBoard>().RunAsync(house.Dispatcher, BoardFilter.All, CancellationToken.None)).Value!.Lines);

        await house.PassAsync(Duration.FromMinutes(30));

        var line = Assert.Single((await house.Get<ReadBoard>().RunAsync(house.Dispatcher, BoardFilter.All, CancellationToken.None)).Value!.Lines);
        Assert.Equal((page.Value, UpcomingKind.GoesOn), (line.Page.Id, line.Upcoming!.Kind));
    }

    private static async Task<(PageId Id, PageReference Reference)> TakenAsync(House house)
    {
        var policy = new EscalationPolicy(
            new PolicyId(new Guid(3, 3, 3, new byte[8])), "lab", "Laboratory",
            [new Step(120, [new StepTarget(TargetKind.Tier, Tier: 1)]), new Step(120, [new StepTarget(TargetKind.Tier, Tier: 2)])], OutcomeWithinSeconds: 1800);
        var audit = new AuditEntry(house.Time.GetCurrentInstant(), "system", "policy.put", "test", "{}");
        await new PolicyStore(house.Database).SaveAsync(policy, isNew: true, audit, CancellationToken.None);
        var role = await house.Hospital.AddRoleAsync("lab/duty", policy.Id);
        await house.Hospital.PutOnAsync(role, house.Anna);
        await house.Hospital.PutOnAsync(role, house.Ben, tier: 2);
        var sent = (await house.SendAsync(House.Request(role: "lab/duty"))).Value!;
        await house.DeliverAsync();
        Assert.True((await house.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), new PageId(sent.Id), new AcknowledgeRequest(), CancellationToken.None)).Ok);
        _ = PageReference.TryParse(sent.Reference, out var reference);
        return (new PageId(sent.Id), reference);
    }

    private static Task<string> SmsAsync(House house, PageReference? reference, bool? takes = null, string words = "") =>
        house.Get<AnswerSms>().RunAsync(new SmsAnswer(house.Anna.ContactMethods[0].Address, reference, takes, words), CancellationToken.None);
}
