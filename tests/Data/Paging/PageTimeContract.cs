using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Reports;
using OnCall.Data.Paging;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class PageTimeContract
{
    [Fact]
    public async Task Pages_are_told_with_their_first_acknowledgement()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var taken = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(Urgency.Code, key: "taken"));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "open"));
        var cancelled = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "cancelled", now: PageDraft.Now + Duration.FromHours(1)));
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "later", now: PageDraft.Now + Duration.FromDays(1)));
        var first = await AcknowledgeAsync(taken.Escalation, 40);
        await AcknowledgeAsync(first, 70);
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(cancelled.Escalation with { Phase = EscalationPhase.Cancelled, ClosedAt = PageDraft.Now })));

        var told = await new PageTimeStore(bench.Database).OfAsync([bench.Role.Id], PageDraft.Now, PageDraft.Now + Duration.FromDays(1), CancellationToken.None);

        Assert.Equal(
            new[]
            {
                new PagedRole(bench.Role.Id, Urgency.Urgent, PageDraft.Now, null, false),
                new PagedRole(bench.Role.Id, Urgency.Code, PageDraft.Now, PageDraft.Now + Duration.FromSeconds(40), false),
                new PagedRole(bench.Role.Id, Urgency.Urgent, PageDraft.Now + Duration.FromHours(1), null, true),
            },
            told.OrderBy(t => t.SentAt).ThenBy(t => t.Urgency));
        Assert.Empty(await new PageTimeStore(bench.Database).OfAsync([], PageDraft.Now, PageDraft.Now + Duration.FromDays(1), CancellationToken.None));

        async Task<Escalation> AcknowledgeAsync(Escalation escalation, int second)
        {
            var at = PageDraft.Now + Duration.FromSeconds(second);
            var change = await bench.Draft.ChangeAsync(escalation, at);
            Assert.True(await bench.SaveAsync(change with { Events = [new PageEvent(0, escalation.Page, at, PageEventKind.Acknowledged, null, "Ada", null, "“On my way”")] }));
            return (await bench.LoadAsync(escalation.Page)).Escalation;
        }
    }

    protected abstract Task<TestDatabase> OpenAsync();
}

public sealed class PageTimeOnSqlite : PageTimeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PageTimeOnSqlServer : PageTimeContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
