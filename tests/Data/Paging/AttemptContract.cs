using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Paging;

public abstract class AttemptContract
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_latest_word_about_a_notification_is_told_page_by_page()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var first = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "1"))).Page.Id;
        var second = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "2"))).Page.Id;
        var silent = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "3"))).Page.Id;
        await AppendAsync(bench, first, PageEventKind.Accepted, PageEventKind.Failed, PageEventKind.Message, PageEventKind.StepStarted);
        await AppendAsync(bench, second, PageEventKind.Attempt, PageEventKind.Delivered);
        await AppendAsync(bench, silent, PageEventKind.Message);

        var last = await new AttemptStore(bench.Database).LastAsync([first, second, silent], CancellationToken.None);

        Assert.Equal(
            [(first, PageEventKind.Failed), (second, PageEventKind.Delivered)],
            last.OrderBy(e => e.Seq).Select(e => (e.Page, e.Kind)));
        Assert.All(last, e => Assert.Equal(ContactMethodKind.Sms, e.Channel));
    }

    [Fact]
    public async Task More_pages_than_a_statement_takes_parameters_are_asked_at_once()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page.Id;
        await AppendAsync(bench, page, PageEventKind.Accepted);
        var unknown = Enumerable.Range(1, 2500).Select(i => new PageId(new Guid(i, 1, 1, [1, 1, 1, 1, 1, 1, 1, 1])));

        var last = await new AttemptStore(bench.Database).LastAsync([.. unknown, page], CancellationToken.None);

        Assert.Equal(page, Assert.Single(last).Page);
        Assert.Empty(await new AttemptStore(bench.Database).LastAsync([], CancellationToken.None));
    }

    private static async Task AppendAsync(PagingBench bench, PageId page, params PageEventKind[] kinds)
    {
        var audit = (await bench.Draft.ChangeAsync((await bench.LoadAsync(page)).Escalation)).Audit[0];
        await bench.Pages.AppendAsync(
            [.. kinds.Select(k => new PageEvent(0, page, PageDraft.Now, k, null, "Dr A", ContactMethodKind.Sms, "…"))], audit, CancellationToken.None);
    }
}
