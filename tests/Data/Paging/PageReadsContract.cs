using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class PageReadsContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_list_is_read_on_from_its_cursor_newest_first_with_none_twice_or_lost()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var sent = new List<PageId>();
        for (var i = 0; i < 7; i++)
        {
            // Three of them at one instant: the cursor must not skip or repeat among them.
            var at = Now + Duration.FromSeconds(Math.Clamp(i, 2, 4));
            sent.Add((await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: $"{i}", now: at))).Page.Id);
        }

        var listed = new List<PageId>();
        PageId? before = null;
        while (await ListAsync(bench, new PageFilter(null, null, null, before, 3)) is { Count: > 0 } part)
        {
            listed.AddRange(part);
            before = part[^1];
        }

        Assert.Equal(7, listed.Count);
        Assert.Equivalent(sent, listed, strict: true);
        Assert.Equal(sent[3], listed[3]);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_state_urgency_and_the_role_asked_now()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var other = await bench.Hospital.AddRoleAsync("surgery/duty");
        var code = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(Urgency.Code, key: "c"));
        var moved = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "m"));
        var closed = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "x"));
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(moved.Escalation with { Role = other.Id })));
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(closed.Escalation with { Phase = EscalationPhase.Resolved, ClosedAt = Now })));

        Assert.Equivalent(new[] { code.Page.Id, moved.Page.Id }, await ListAsync(bench, new PageFilter(PageState.Open, null, null, null, 10)), strict: true);
        Assert.Equal([closed.Page.Id], await ListAsync(bench, new PageFilter(PageState.Closed, null, null, null, 10)));
        Assert.Equal([code.Page.Id], await ListAsync(bench, new PageFilter(null, Urgency.Code, null, null, 10)));
        Assert.Equal([moved.Page.Id], await ListAsync(bench, new PageFilter(null, null, other.Id, null, 10)));
        Assert.Empty(await ListAsync(bench, new PageFilter(PageState.Closed, Urgency.Code, other.Id, null, 10)));
    }

    [Fact]
    public async Task Every_state_is_listed_by_itself_and_closed_means_resolved_or_cancelled()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var open = await PageInAsync(bench, EscalationPhase.Stepping, atDesk: false);
        var atDesk = await PageInAsync(bench, EscalationPhase.AtDesk, atDesk: true);
        var taken = await PageInAsync(bench, EscalationPhase.Acknowledged, atDesk: true);
        var resolved = await PageInAsync(bench, EscalationPhase.Resolved, atDesk: true);
        var cancelled = await PageInAsync(bench, EscalationPhase.Cancelled, atDesk: false);

        Assert.Equal([atDesk, open], await ListAsync(bench, In(PageState.Open)));
        Assert.Equal([taken], await ListAsync(bench, In(PageState.Acknowledged)));
        Assert.Equal([resolved], await ListAsync(bench, In(PageState.Resolved)));
        Assert.Equal([cancelled], await ListAsync(bench, In(PageState.Cancelled)));
        Assert.Equal([cancelled, resolved], await ListAsync(bench, In(PageState.Closed)));
        Assert.Equal([atDesk], await ListAsync(bench, In(null) with { AtDesk = true }));
        Assert.Equal([open], await ListAsync(bench, In(PageState.Open) with { AtDesk = false }));
        Assert.Equal([cancelled, resolved, taken, open], await ListAsync(bench, In(null) with { AtDesk = false }));

        static PageFilter In(PageState? state) => new(state, null, null, null, 10);
    }

    [Theory]
    [InlineData(Standing.Notified, EscalationPhase.Stepping, true)]
    [InlineData(Standing.Acknowledged, EscalationPhase.Stepping, true)]
    [InlineData(Standing.Acknowledged, EscalationPhase.Acknowledged, true)]
    [InlineData(Standing.Notified, EscalationPhase.Acknowledged, false)]
    [InlineData(Standing.Acknowledged, EscalationPhase.Resolved, false)]
    [InlineData(Standing.Declined, EscalationPhase.Stepping, false)]
    [InlineData(Standing.ShiftEnded, EscalationPhase.AtDesk, false)]
    [InlineData(Standing.Rerouted, EscalationPhase.Stepping, false)]
    public async Task An_inbox_holds_what_asks_me_and_what_I_took_until_it_is_closed(Standing standing, EscalationPhase phase, bool there)
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var me = await bench.Hospital.AddPersonAsync("N1");
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync());
        var responder = PageDraft.Asked(me.Id, Now) with { Standing = standing };
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(page.Escalation with { Phase = phase, Responders = [responder] })));

        Assert.Equal(there ? [page.Page.Id] : [], await InboxAsync(bench, me.Id));
    }

    [Fact]
    public async Task An_inbox_shows_the_most_urgent_first_and_the_longest_waiting_among_equals()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var me = await bench.Hospital.AddPersonAsync("N1");
        var late = await AskedAsync(bench, me, Urgency.Urgent, Now + Duration.FromMinutes(1));
        var early = await AskedAsync(bench, me, Urgency.Urgent, Now);
        var code = await AskedAsync(bench, me, Urgency.Code, Now + Duration.FromMinutes(2));

        Assert.Equal([code, early, late], await InboxAsync(bench, me.Id));
    }

    [Fact]
    public async Task A_trail_keeps_its_order_and_takes_lines_beside_the_course()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync());
        var audit = (await bench.Draft.ChangeAsync(page.Escalation)).Audit[0];
        PageEvent[] lines =
        [
            new(0, page.Page.Id, Now, PageEventKind.Message, null, "Dr A", null, "First"),
            new(0, page.Page.Id, Now, PageEventKind.Refused, null, null, Domain.Notifications.ContactMethodKind.Sms, new string('長', 2000)),
        ];
        await bench.Pages.AppendAsync(lines, audit, CancellationToken.None);

        var events = await bench.Pages.EventsAsync(page.Page.Id, CancellationToken.None);
        Assert.Equal(lines, events.Skip(1).Select(e => e with { Seq = 0 }));
        Assert.Equal(events.OrderBy(e => e.Seq), events);
        Assert.Equal(0, (await bench.LoadAsync(page.Page.Id)).Escalation.Version);
    }

    [Fact]
    public async Task More_pages_than_a_statement_takes_parameters_are_loaded_at_once()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync());
        var unknown = Enumerable.Range(1, 2500).Select(i => new PageId(new Guid(i, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1])));

        Assert.Equal(page.Page.Id, Assert.Single(await bench.Pages.LoadAsync([.. unknown, page.Page.Id], CancellationToken.None)).Page.Id);
        Assert.Empty(await bench.Pages.LoadAsync([], CancellationToken.None));
    }

    private static async Task<PageId> AskedAsync(PagingBench bench, Person person, Urgency urgency, Instant at)
    {
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(urgency, key: $"{at}", now: at));
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(page.Escalation with { Responders = [PageDraft.Asked(person.Id, at)] })));
        return page.Page.Id;
    }

    private static async Task<IReadOnlyList<PageId>> ListAsync(PagingBench bench, PageFilter filter) =>
        [.. (await bench.Pages.ListAsync(filter, CancellationToken.None)).Select(r => r.Page.Id)];

    private static async Task<PageId> PageInAsync(PagingBench bench, EscalationPhase phase, bool atDesk)
    {
        var at = Now + Duration.FromSeconds((int)phase);
        var page = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: $"{phase}", now: at));
        Instant? closedAt = phase is EscalationPhase.Resolved or EscalationPhase.Cancelled ? Now : null;
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync(page.Escalation with { Phase = phase, AtDesk = atDesk, ClosedAt = closedAt })));
        return page.Page.Id;
    }

    private static async Task<IReadOnlyList<PageId>> InboxAsync(PagingBench bench, PersonId person) =>
        [.. (await bench.Pages.InboxAsync(person, CancellationToken.None)).Select(r => r.Page.Id)];
}

public sealed class PageReadsOnSqlite : PageReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PageReadsOnSqlServer : PageReadsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
