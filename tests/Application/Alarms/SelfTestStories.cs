using System.Text.Json;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>The page of each minute goes the way of every page, and is missed when it does not come through.</summary>
public sealed class SelfTestStories
{
    private static readonly Caller Lab = new("integration:lab", null, "Lab", [new Grant(Permission.Staff, null)]);
    private static readonly Caller Auditor = new("person:A1", null, "Aud", [new Grant(Permission.Auditor, null), new Grant(Permission.Admin, null)]);

    [Fact]
    public async Task It_is_accepted_sent_delivered_acknowledged_and_closed()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        var test = house.Alpha.Get<RunSelfTest>();
        var page = await test.StartAsync(CancellationToken.None);
        Assert.False(await test.AnswerAsync(page!, CancellationToken.None));
        house.Time.Advance(Duration.FromSeconds(1));
        await house.Alpha.SendAsync();

        Assert.True(await test.AnswerAsync(page!, CancellationToken.None));

        var trail = await house.Alpha.Get<IPageStore>().EventsAsync(new PageId(page!.Id), CancellationToken.None);
        Assert.Equal([PageEventKind.Sent, PageEventKind.Notified, PageEventKind.Delivered, PageEventKind.Acknowledged, PageEventKind.Resolved], trail.Select(e => e.Kind));
        Assert.Equal([new TestPage(page.SentAt, true, house.Now)], await TestPagesAsync(house));
    }

    [Fact]
    public async Task As_long_as_it_comes_through_nobody_notices_it()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        var dora = await house.Hospital.AddDispatcherAsync("D1");
        for (var i = 0; i < 5; i++)
        {
            await MinuteAsync(house);
        }

        Assert.Empty(await house.BoardAsync());
        Assert.Empty((await house.Alpha.Get<ListPages>().RunAsync(Auditor, new ListPagesRequest(null, null, null, null), CancellationToken.None)).Value!.Items);
        Assert.Empty(await house.Alpha.Get<IPageStore>().InboxAsync(dora.Id, CancellationToken.None));
        Assert.Empty(await house.AuditAsync("page.send"));
        Assert.Empty(await house.AuditAsync("page.acknowledge"));
        Assert.Empty(await house.AuditAsync("page.resolve"));
        Assert.Equal(5, (await TestPagesAsync(house)).Count);
        Assert.Empty(house.Sms.Sent);
    }

    [Fact]
    public async Task It_counts_in_no_metric_and_a_real_page_does()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        using var counted = new CountedInstruments(house.Alpha.Get<OnCallMeter>().Meter);
        await MinuteAsync(house);
        Assert.Single(await TestPagesAsync(house));
        Assert.Empty(counted.All);

        var anna = await house.Hospital.AddPersonAsync("N1");
        await house.PublishAsync(await house.Hospital.AddRoleAsync("ward"), anna, house.Now, house.Now + Duration.FromDays(30));
        var page = await house.Alpha.Get<SendPage>().RunAsync(Lab, "1", new SendPageRequest("ward", "routine"), CancellationToken.None);
        await house.Alpha.SendAsync();
        await house.Alpha.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(anna), new PageId(page.Value!.Id), new AcknowledgeRequest(), CancellationToken.None);

        Assert.Equal(["oncall.notifications.sent", "oncall.page.time_to_acknowledge", "oncall.pages.accepted", "oncall.pages.acknowledged"], counted.All);
    }

    [Fact]
    public async Task Many_nodes_send_one_a_minute()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        var beta = house.Start("beta/2/b", selfTest: true);

        var sent = await Task.WhenAll(house.Nodes.Select(n => Task.Run(() => n.Get<RunSelfTest>().StartAsync(CancellationToken.None))));

        Assert.Single(sent, page => page is not null);
        Assert.Null(await beta.Get<RunSelfTest>().StartAsync(CancellationToken.None));
        house.Time.Advance(Duration.FromMinutes(1));
        Assert.NotNull(await beta.Get<RunSelfTest>().StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_that_is_not_delivered_is_on_the_board_within_30_seconds_until_one_comes_through()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        await MinuteAsync(house);
        house.Alpha.Sends = false;
        var test = house.Alpha.Get<RunSelfTest>();
        var lost = await test.StartAsync(CancellationToken.None);

        await house.PassAsync(15);

        Assert.Equal(["critical synthetic-page-lost self-test"], (await house.BoardAsync()).Where(a => a.Contains("page-lost", StringComparison.Ordinal)));
        Assert.Contains("The last test page was accepted, but not delivered within 10 s.", await house.Alpha.Get<ReadAlarms>().EngineProblemsAsync(CancellationToken.None));
        await test.GiveUpAsync(lost!, CancellationToken.None);
        house.Alpha.Sends = true;
        await house.PassAsync(45);
        Assert.Contains("critical synthetic-page-lost self-test", await house.BoardAsync());

        await MinuteAsync(house);
        await MinuteAsync(house);

        Assert.Empty(await house.BoardAsync());
        Assert.Empty(house.Sms.Sent);
        Assert.Single(await house.AuditAsync("alarm.raise"), line => line.Contains("self-test", StringComparison.Ordinal));
        Assert.Single(await house.AuditAsync("alarm.clear"), line => line.Contains("self-test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_is_never_sent_is_missed_after_a_minute_and_a_half()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        await MinuteAsync(house);

        await house.PassAsync(45);

        Assert.Equal(["critical synthetic-page-lost self-test"], await house.BoardAsync());
    }

    [Fact]
    public async Task Nobody_else_can_page_its_role_and_no_robot_answers_for_people()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        var send = house.Alpha.Get<SendPage>();

        foreach (var name in new[] { Role.SelfTestCode, "OnCall self-test", SelfTest.Role.ToString() })
        {
            var refused = await send.RunAsync(Auditor, name, new SendPageRequest(name, "code"), CancellationToken.None);
            Assert.Equal("unknown-role", refused.Refusal?.Type);
        }
    }

    [Fact]
    public async Task Each_day_is_one_line_of_the_audit_and_then_deleted()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);
        house.Time.Advance(Instant.FromUtc(2026, 11, 23, 23, 57) - house.Now);
        await MinuteAsync(house);
        await MinuteAsync(house, answer: false);
        await MinuteAsync(house);
        Assert.Empty(await house.AuditAsync("self-test.day"));
        await MinuteAsync(house);
        await MinuteAsync(house);

        var day = JsonDocument.Parse(Assert.Single(await house.AuditAsync("self-test.day"))).RootElement;
        Assert.Equal("""{"day":"2026-11-23","sent":3,"passed":2,"lost":1}""", day.GetRawText());
        house.Time.Advance(Duration.FromDays(1));
        await MinuteAsync(house);
        Assert.Single(await house.Alpha.Get<ITestPageStore>().SentAsync(house.Now - Duration.FromDays(30), house.Now, CancellationToken.None));
        Assert.Equal(1, await house.CountAsync("page"));
        Assert.Equal(1, await house.CountAsync("page_reference"));
    }

    [Fact]
    public async Task Its_references_take_no_short_ones_away()
    {
        await using var house = await Watched.OpenAsync(selfTest: true);

        var page = await house.Alpha.Get<RunSelfTest>().StartAsync(CancellationToken.None);

        Assert.Equal("#".Length + 6, page!.Reference.Length);
    }

    private static Task<IReadOnlyList<TestPage>> TestPagesAsync(Watched house) =>
        house.Alpha.Get<ITestPageStore>().SentAsync(house.Now - Duration.FromHours(1), house.Now + Duration.FromHours(1), CancellationToken.None);

    /// <summary>A minute of the program: send, answer when it is delivered, tidy up.</summary>
    private static async Task MinuteAsync(Watched house, bool answer = true)
    {
        var test = house.Alpha.Get<RunSelfTest>();
        var page = await test.StartAsync(CancellationToken.None);
        Assert.NotNull(page);
        await house.PassAsync(5);
        if (answer)
        {
            Assert.True(await test.AnswerAsync(page, CancellationToken.None));
        }
        else
        {
            await test.GiveUpAsync(page, CancellationToken.None);
        }

        await test.TidyAsync(page, CancellationToken.None);
        await house.PassAsync(55);
    }
}
