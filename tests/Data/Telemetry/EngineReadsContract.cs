using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Telemetry;
using OnCall.Data.Telemetry;
using OnCall.Data.Tests.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Alarms;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Telemetry;

public abstract class EngineReadsContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Open_pages_are_counted_by_urgency_with_those_at_the_desk()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var reads = new EngineReads(bench.Database);
        Assert.Empty(await reads.OpenPagesAsync(CancellationToken.None));

        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(Urgency.Code, key: "1"));
        await MoveAsync(bench, Urgency.Urgent, EscalationPhase.AtDesk, atDesk: true);
        await MoveAsync(bench, Urgency.Urgent, EscalationPhase.Stepping, atDesk: false);
        await MoveAsync(bench, Urgency.Urgent, EscalationPhase.Acknowledged, atDesk: true);
        await MoveAsync(bench, Urgency.Routine, EscalationPhase.Cancelled, atDesk: true);

        var open = (await reads.OpenPagesAsync(CancellationToken.None)).OrderBy(l => l.Urgency);
        Assert.Equal([(Urgency.Urgent, 2, 1), (Urgency.Code, 1, 0)], open.Select(l => (l.Urgency, l.Open, l.AtDesk)));
    }

    [Fact]
    public async Task The_page_that_oncall_sends_itself_is_not_one_of_them()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var draft = await bench.Draft.AcceptedAsync(Urgency.Routine);
        await bench.AcceptAsync(draft with
        {
            Page = draft.Page with { Role = SelfTest.Role },
            Change = draft.Change with { Next = draft.Change.Next with { Role = SelfTest.Role } },
        });

        Assert.Empty(await new EngineReads(bench.Database).OpenPagesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_channels_queue_tells_what_is_due_what_is_on_the_wire_and_since_when()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var reads = new EngineReads(outbox.Paging.Database);
        Assert.Empty(await reads.QueueAsync(PageDraft.Now, CancellationToken.None));
        var (early, late, lease) = (PageDraft.Now - Duration.FromSeconds(20), PageDraft.Now + Duration.FromMinutes(1), PageDraft.Now + Duration.FromSeconds(10));
        await outbox.PageAsync(
            outbox.Ask(ContactMethodKind.Sms, early), outbox.Ask(ContactMethodKind.Sms, PageDraft.Now), outbox.Ask(ContactMethodKind.Sms, late),
            outbox.Ask(ContactMethodKind.Push, late), outbox.Ask(ContactMethodKind.Snpp, PageDraft.Now), outbox.Ask(ContactMethodKind.Mail, PageDraft.Now));
        await outbox.ClaimAsync(ContactMethodKind.Snpp, "a");
        await outbox.RecordAsync(Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Mail, "a")), "a", DeliveryStatus.Accepted);

        Assert.Equal(
            [new QueueLine(ContactMethodKind.Push, 0, 0, late), new QueueLine(ContactMethodKind.Sms, 2, 0, early), new QueueLine(ContactMethodKind.Snpp, 0, 1, lease)],
            (await reads.QueueAsync(PageDraft.Now, CancellationToken.None)).OrderBy(l => l.Channel));

        // Nobody wrote what came of it: it is due again.
        Assert.Contains(new QueueLine(ContactMethodKind.Snpp, 1, 0, lease), await reads.QueueAsync(lease, CancellationToken.None));
    }

    private static async Task MoveAsync(PagingBench bench, Urgency urgency, EscalationPhase phase, bool atDesk)
    {
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(urgency, key: $"{urgency}{phase}"));
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(page.Escalation with { Phase = phase, AtDesk = atDesk })));
    }
}

public sealed class EngineReadsOnSqlite : EngineReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class EngineReadsOnSqlServer : EngineReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
