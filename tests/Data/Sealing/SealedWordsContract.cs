using Dapper;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Rosters.Swaps;
using OnCall.Data.Paging;
using OnCall.Data.Rosters;
using OnCall.Data.Rosters.Swaps;
using OnCall.Data.Sealing;
using OnCall.Data.Tests.Paging;
using OnCall.Data.Tests.Rosters;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Sealing;

/// <summary>What people wrote is in no column as they wrote it, and is read as they wrote it.</summary>
public abstract class SealedWordsContract
{
    private const string Canary = "canary";

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Nothing_of_a_page_stands_in_any_column_and_all_of_it_is_read()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (accepted, taken, lines) = await TakenAsync(bench);

        Assert.DoesNotContain(Canary, await StoredText.OfAsync(bench.Database), StringComparison.OrdinalIgnoreCase);
        var stored = await bench.LoadAsync(accepted.Page.Id);
        Assert.Equivalent(accepted.Page, stored.Page, strict: true);
        Assert.Equivalent(taken.Acknowledgements, stored.Escalation.Acknowledgements, strict: true);
        Assert.Equal(lines, (await bench.Pages.EventsAsync(accepted.Page.Id, CancellationToken.None)).Skip(1).Select(e => e.Detail));
        Assert.Equal(accepted.RequestHash, (await bench.Pages.FindByKeyAsync(accepted.Caller, accepted.IdempotencyKey, PageDraft.Now, CancellationToken.None))!.RequestHash);
        Assert.DoesNotContain(accepted.RequestHash, await StoredText.OfAsync(bench.Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stored_before_words_were_sealed_is_read_as_it_stands()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var (accepted, _, _) = await TakenAsync(bench);
        await ExecuteAsync(bench, "update page set subject = 'Old subject', body = 'Old body', patient_ref = null, replies = '[\"Yes\"]'");
        await ExecuteAsync(bench, "update page_event set detail = 'Old line', sealed_detail = null");
        await ExecuteAsync(bench, "update idempotency_key set request_hash = 'old', sealed_hash = null");

        var page = (await bench.LoadAsync(accepted.Page.Id)).Page;
        Assert.Equal(("Old subject", "Old body", null), (page.Subject, page.Body, page.PatientRef));
        Assert.Equal(["Yes"], page.Replies);
        Assert.All(await bench.Pages.EventsAsync(accepted.Page.Id, CancellationToken.None), e => Assert.Equal("Old line", e.Detail));
        Assert.Equal("old", (await bench.Pages.FindByKeyAsync(accepted.Caller, accepted.IdempotencyKey, PageDraft.Now, CancellationToken.None))!.RequestHash.TrimEnd());
    }

    [Fact]
    public async Task Words_of_one_page_or_column_do_not_open_in_another()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var one = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "one"));
        var other = await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "other"));
        await ExecuteAsync(bench, "update page set body = (select p.body from page p where p.page_id = @from), subject = patient_ref where page_id = @to", one, other);

        var moved = (await bench.LoadAsync(other.Page.Id)).Page;
        Assert.Equal((TextSeal.Unreadable, TextSeal.Unreadable, "MRN 1"), (moved.Body, moved.Subject, moved.PatientRef));
        Assert.Equal("Body", (await bench.LoadAsync(one.Page.Id)).Page.Body);
    }

    [Fact]
    public async Task A_page_whose_key_is_lost_is_still_due_and_goes_on()
    {
        await using var test = await OpenAsync();
        await using var bench = await PagingBench.OpenAsync(Task.FromResult(test));
        var (accepted, _, _) = await TakenAsync(bench);
        var lost = new List<SealedColumn>();
        Database blind = test.Database.Provider == DatabaseProvider.Sqlite
            ? new SqliteDatabase(test.ConnectionString, TestSeal.With(new EphemeralDataProtectionProvider(), lost.Add))
            : new SqlServerDatabase(test.ConnectionString, TestSeal.With(new EphemeralDataProtectionProvider(), lost.Add));
        var pages = PagingBench.OpenPages(blind, series: 9);
        var late = PageDraft.Now + Duration.FromMinutes(30);

        Assert.Equal([accepted.Page.Id], await pages.ClaimDueAsync("n", late, late + Duration.FromSeconds(10), 10, CancellationToken.None));
        var record = Assert.Single(await pages.LoadAsync([accepted.Page.Id], CancellationToken.None));
        Assert.Equal(TextSeal.Unreadable, record.Page.Body);
        Assert.Empty(record.Page.Replies);
        Assert.Equal(TextSeal.Unreadable, Assert.Single(record.Escalation.Acknowledgements).Reply);
        Assert.Contains(SealedColumn.PageBody, lost);
        var next = await bench.Draft.ChangeAsync(record.Escalation with { StepIndex = 1, StepDueAt = late + Duration.FromMinutes(2) }, late);
        Assert.Empty((await pages.SaveAsync([next], CancellationToken.None)).Lost);
        Assert.Contains(TextSeal.Unreadable, (await pages.EventsAsync(accepted.Page.Id, CancellationToken.None)).Select(e => e.Detail));
        (blind as IDisposable)?.Dispose();
    }

    [Fact]
    public async Task Reasons_of_covers_and_swaps_are_sealed()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var cover = new Cover(new CoverId(data.NewId()), data.Ward, data.Ada, data.Bram, 2, RosterData.Hour(9), RosterData.Hour(11), Canary, RosterData.Hour(0));
        var stamp = await data.Rosters.StampAsync(CancellationToken.None);
        Assert.True(await data.Covers.AddAsync(cover, "Ada", stamp, RosterData.Audit("cover.add"), CancellationToken.None));
        var swap = new Swap(
            new SwapId(data.NewId()), new SwapSide(data.Ward, 1, data.Ada, data.Bram, RosterData.Hour(12), RosterData.Hour(14)), null, Canary, SwapState.Asked, RosterData.Hour(8), 1);
        var swaps = new SwapStore(data.Database);
        Assert.Equal(SwapAsking.Written, await swaps.AskAsync(swap, RosterData.Hour(0), "Ada", stamp + 1, RosterData.Audit("swap.ask"), [], CancellationToken.None));

        Assert.DoesNotContain(Canary, await StoredText.OfAsync(data.Database), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Canary, (await data.Covers.FindAsync(cover.Id, CancellationToken.None))!.Reason);
        Assert.Equal(Canary, (await swaps.FindAsync(swap.Id, CancellationToken.None))!.Swap.Reason);
    }

    /// <summary>A page with words in every place, acknowledged with words, and with words in its trail.</summary>
    private static async Task<(AcceptedPage Accepted, Escalation Taken, string[] Lines)> TakenAsync(PagingBench bench)
    {
        var draft = await bench.Draft.AcceptedAsync();
        var accepted = draft with
        {
            Page = draft.Page with { Subject = Canary + " subject", Body = Canary + " body ünïcode 患者", PatientRef = Canary + " 4711", Replies = [Canary + " yes", "No"] },
        };
        await bench.AcceptAsync(accepted);
        var person = await bench.Hospital.AddPersonAsync("N1");
        var taken = accepted.Change.Next with { Acknowledgements = [new Acknowledgement(person.Id, "Ada", PageDraft.Now, Canary + " reply", Canary + " read back")] };
        PageEventKind[] kinds =
        [
            PageEventKind.Reply, PageEventKind.Refused, PageEventKind.Declined, PageEventKind.Acknowledged, PageEventKind.Reopened, PageEventKind.Escalated,
            PageEventKind.Rerouted, PageEventKind.Resolved, PageEventKind.Cancelled, PageEventKind.Message, PageEventKind.DeskReached,
        ];
        var change = await bench.Draft.ChangeAsync(taken) with
        {
            Events = [.. kinds.Select(kind => new PageEvent(0, accepted.Page.Id, PageDraft.Now, kind, null, null, null, $"{Canary} {kind}"))],
        };
        Assert.True(await bench.SaveAsync(change));
        return (accepted, taken, [.. change.Events.Select(e => e.Detail)]);
    }

    private static Task<int> ExecuteAsync(PagingBench bench, string sql, PageRecord? from = null, PageRecord? to = null) => bench.Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(sql, new { from = from?.Page.Id ?? default, to = to?.Page.Id ?? default }, transaction), CancellationToken.None);
}
