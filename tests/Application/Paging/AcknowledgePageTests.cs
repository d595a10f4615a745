using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class AcknowledgePageTests
{
    [Fact]
    public async Task A_responder_takes_the_page_and_nothing_more_asks()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();

        var answer = await AcknowledgeAsync(house, house.Anna, page);
        await house.PassAsync(Duration.FromHours(1));

        Assert.Equal(("acknowledged", "N1"), (answer.Value!.State, answer.Value.Acknowledgements[0].Person.EmployeeNo));
        Assert.DoesNotContain(house.Sms.Sent, s => s.PageText().Purpose == Domain.Notifications.NotificationPurpose.Page);
        Assert.Empty(house.Pager.Sent);
    }

    [Fact]
    public async Task Somebody_whom_the_page_does_not_ask_is_refused_and_the_escalation_goes_on()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();

        var answer = await AcknowledgeAsync(house, house.Ben, page);
        await house.PassAsync(Duration.FromMinutes(2));

        Assert.Equal((RefusalKind.Forbidden, "not-a-responder"), (answer.Refusal!.Kind, answer.Refusal.Type));
        Assert.Contains(await house.TrailAsync(page), e => e.Kind == PageEventKind.Refused && e.Person == house.Ben.Id);
        Assert.Contains((await house.LoadAsync(page)).Escalation.Responders, r => r.Person == house.Ben.Id);
        Assert.True((await AcknowledgeAsync(house, house.Ben, page)).Ok);
    }

    [Fact]
    public async Task A_dispatcher_enters_somebody_who_called_in_and_the_trail_says_so()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();

        var answer = await RunAsync(house, house.Dispatcher, page, new AcknowledgeRequest(By: "N2", Reply: "On my way"));

        Assert.Equal("N2", answer.Value!.Acknowledgements[0].Person.EmployeeNo);
        Assert.Contains(answer.Value.Events, e => e.Detail.Contains("Dr N2 called in, entered by Dr D1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_integration_acknowledges_for_a_responder_and_for_nobody_else()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();

        Assert.Equal(RefusalKind.Invalid, (await RunAsync(house, House.Lab, page, new AcknowledgeRequest())).Refusal!.Kind);
        Assert.Equal("not-a-responder", (await RunAsync(house, House.Lab, page, new AcknowledgeRequest(By: "N2"))).Refusal!.Type);
        Assert.True((await RunAsync(house, House.Lab, page, new AcknowledgeRequest(By: "N1"))).Ok);
    }

    [Fact]
    public async Task A_system_that_did_not_send_the_page_takes_it_only_where_it_may_relay_answers_and_is_told_nothing_of_the_patient()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var scraper = new Caller("integration:prometheus", null, "Prometheus", [new Grant(Permission.Staff, null)]);
        var telephones = new Caller("integration:dect", null, "Telephones", [new Grant(Permission.Integration, null)]);

        Assert.Equal("forbidden", (await RunAsync(house, scraper, page, new AcknowledgeRequest(By: "N1"))).Refusal!.Type);
        Assert.Equal("not-a-responder", (await RunAsync(house, telephones, page, new AcknowledgeRequest(By: "N2"))).Refusal!.Type);
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);

        var taken = (await RunAsync(house, telephones, page, new AcknowledgeRequest(By: "N1"))).Value!;
        Assert.Equal(("acknowledged", null, null, null), (taken.State, taken.Subject, taken.Body, taken.PatientRef));
        Assert.Empty(taken.Events);
    }

    [Fact]
    public async Task A_colleague_does_not_acknowledge_for_another()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var answer = await RunAsync(house, TestHospital.CallerOf(house.Ben), page, new AcknowledgeRequest(By: "N1"));
        Assert.Equal(RefusalKind.Forbidden, answer.Refusal!.Kind);
    }

    [Fact]
    public async Task Nobody_inactive_or_unknown_has_called_in()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.Hospital.ChangeAsync(house.Ben with { Active = false });

        foreach (var by in new[] { "N2", "N999" })
        {
            var answer = await RunAsync(house, house.Dispatcher, page, new AcknowledgeRequest(By: by));
            Assert.Equal(("by", by), (answer.Refusal!.Errors[0].Field, answer.Refusal.Errors[0].Value));
        }
    }

    [Fact]
    public async Task A_dispatcher_of_another_unit_is_no_dispatcher_here()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var elsewhere = TestHospital.CallerOf(house.Ben, new Grant(Permission.Dispatcher, new Domain.Roles.OrgUnitId(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]))));
        Assert.False((await RunAsync(house, elsewhere, page, new AcknowledgeRequest(By: "N1"))).Ok);
    }

    [Fact]
    public async Task Who_loses_the_race_is_told_who_has_it_and_since_when()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.PassAsync(Duration.FromMinutes(2));

        // Ben's acknowledgement is written between Anna's read and Anna's write.
        var pages = new Interrupted(house.Get<IPageStore>(), () => AcknowledgeAsync(house, house.Ben, page));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));
        var lost = await node.GetRequiredService<AcknowledgePage>().RunAsync(
            TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None);

        Assert.Equal((RefusalKind.Conflict, "already-acknowledged"), (lost.Refusal!.Kind, lost.Refusal.Type));
        Assert.Contains("Dr N2", lost.Refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T09:02:00Z", lost.Refusal.Extras["acknowledgedAt"]);
        Assert.Equal(house.Ben.Id, Assert.Single((await house.LoadAsync(page)).Escalation.Acknowledgements).Person);
    }

    [Fact]
    public async Task Where_the_database_is_too_slow_for_an_acknowledgement_it_is_told_so_and_not_that_others_were_first()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, beforeSave: _ => house.Time.Advance(Duration.FromSeconds(11)));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await Assert.ThrowsAsync<StoreSlowException>(() =>
            node.GetRequiredService<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None));

        Assert.Empty((await house.LoadAsync(page)).Escalation.Acknowledgements);
    }

    [Fact]
    public async Task An_acknowledgement_that_came_too_late_once_is_given_more_time()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, beforeSave: _ => house.Time.Advance(Duration.FromSeconds(8)));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        var answer = await node.GetRequiredService<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None);

        Assert.True(answer.Ok);
        Assert.Equal(house.Anna.Id, Assert.Single((await house.LoadAsync(page)).Escalation.Acknowledgements).Person);
    }

    [Fact]
    public async Task The_words_of_whoever_has_the_page_are_kept_where_the_database_is_too_slow_for_a_decision()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await AcknowledgeAsync(house, house.Anna, page);
        var pages = new Interrupted(house.Get<IPageStore>(), static () => Task.CompletedTask, beforeSave: _ => house.Time.Advance(Duration.FromSeconds(11)));
        await using var node = house.OtherNode(services => services.AddSingleton<IPageStore>(pages));

        await node.GetRequiredService<PageThread>().AddAsync(await house.LoadAsync(page), "test", new Answerer(house.Anna.Id, "Dr N1"), "In five minutes.", null, CancellationToken.None);

        Assert.Single(await house.TrailAsync(page), e => e.Kind == PageEventKind.Message && e.Detail == "In five minutes.");
    }

    [Fact]
    public async Task Of_fifty_at_one_moment_one_has_it_and_the_others_are_told_who()
    {
        await using var house = await House.OpenAsync();
        for (var i = 0; i < 49; i++)
        {
            await house.Hospital.PutOnAsync(house.Cardiology, await house.Hospital.AddPersonAsync($"T{i}"));
        }

        var (page, _) = await house.PageAsync();
        var asked = (await house.LoadAsync(page)).Escalation.Responders;
        Assert.Equal(50, asked.Count);
        var people = await house.Hospital.Directory.PeopleAsync([.. asked.Select(r => r.Person)], CancellationToken.None);

        var answers = await Task.WhenAll(people.Select(p => Task.Run(() => AcknowledgeAsync(house, p, page))));

        Assert.Single(answers, a => a.Ok);
        Assert.Equal(49, answers.Count(a => a.Refusal?.Type == "already-acknowledged"));
    }

    [Fact]
    public async Task A_critical_result_wants_the_value_read_back()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync("critical-result");

        Assert.Equal("read-back-needed", (await AcknowledgeAsync(house, house.Anna, page)).Refusal!.Type);
        Assert.True((await house.LoadAsync(page)).Escalation.IsOpen);
        Assert.True((await RunAsync(house, TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(ReadBack: "Potassium 6.9"))).Ok);
    }

    [Fact]
    public async Task After_a_handover_the_reply_is_answered_with_who_has_it_now()
    {
        await using var house = await House.OpenAsync();
        var (page, _) = await house.PageAsync();
        await house.Hospital.Rosters.ClearAsync(house.Cardiology.Id);
        await house.Hospital.PutOnAsync(house.Cardiology, house.Ben);
        await house.SweepAsync();

        var answer = await AcknowledgeAsync(house, house.Anna, page);

        Assert.Equal("handed-over", answer.Refusal!.Type);
        Assert.Contains("Dr N2", answer.Refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(EscalationPhase.Stepping, (await house.LoadAsync(page)).Escalation.Phase);
    }

    private static Task<Answer<PageView>> AcknowledgeAsync(House house, Person person, PageId page) =>
        RunAsync(house, TestHospital.CallerOf(person), page, new AcknowledgeRequest());

    private static Task<Answer<PageView>> RunAsync(House house, Caller caller, PageId page, AcknowledgeRequest request) =>
        house.Get<AcknowledgePage>().RunAsync(caller, page, request, CancellationToken.None);
}
