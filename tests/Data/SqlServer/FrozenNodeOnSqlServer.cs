using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.SqlClient;
using OnCall.Application.Paging;
using OnCall.Data.Paging;
using OnCall.Data.Tests.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.SqlServer;

/// <summary>Another node is frozen in the midst of a transaction, and holds a row.</summary>
public sealed class FrozenNodeOnSqlServer
{
    // The limit is 5 s; a command's time-out would be 30 s.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_waits_for_the_row_no_longer_than_it_stands_and_goes_through_when_the_other_is_gone()
    {
        await using var bench = await PagingBench.OpenAsync(TestDatabase.SqlServerAsync());
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Escalation;
        var change = await bench.Draft.ChangeAsync(page);
        await using var frozen = new SqlConnection(bench.ConnectionString);
        await frozen.OpenAsync(Cancel);
        await using (var held = await frozen.BeginTransactionAsync(Cancel))
        {
            await frozen.ExecuteAsync("update escalation set version = version where page_id = @page", new { page = page.Page.Value }, held);
            var since = Stopwatch.GetTimestamp();

            Assert.True(await IsNotSavedAsync(bench.Pages, change));

            Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.FromSeconds(4), Soon);
        }

        Assert.True(await bench.SaveAsync(change));
    }

    // What the limit says is an error that passes on SQL Server (1222), and an unknown one on an engine that is compatible with it.
    private static async Task<bool> IsNotSavedAsync(PageStore pages, PageChange change)
    {
        try
        {
            return (await pages.SaveAsync([change], Cancel)).Lost.Count == 1;
        }
        catch (DbException error)
        {
            Assert.Contains("lock timeout", error.Message, StringComparison.OrdinalIgnoreCase);
            return true;
        }
    }
}
