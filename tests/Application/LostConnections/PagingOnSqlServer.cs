using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Data;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.LostConnections;

/// <summary>
/// The connection to the server breaks at every message of a page's transactions in turn, before the server has heard it or after it has
/// answered: what was asked is then done once and whole, and the caller is told so. Where the server stays away, the caller is told that too.
/// </summary>
public sealed class PagingOnSqlServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private BreakingWire _wire = null!;

    public ValueTask InitializeAsync()
    {
        _wire = TestDatabase.Wire();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _wire?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_page_is_accepted_once_and_whole(bool answered, bool andNext)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire));
        var unbroken = await RowsAsync(house, await house.SendAsync());
        var number = 0;
        await BreakEverywhere.RunAsync(_wire, answered, andNext: andNext,
            prepare: () => Task.FromResult($"key-{number++}"),
            act: key => house.SendAsync(key: key),
            look: async (key, sent) =>
            {
                Assert.True(sent.Ok, sent.Refusal?.Detail);
                Assert.Equal(unbroken, await RowsAsync(house, sent));
                Assert.Equal(sent.Value!.Id, (await house.SendAsync(key: key)).Value!.Id);
                Assert.Equal(number + 1, await CountAsync(house, "select count(*) from page"));
                Assert.Equal(number + 1, await CountAsync(house, "select count(*) from audit_entry where action = 'page.send'"));
            });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_server_stays_away_a_page_is_there_whole_or_not_at_all_and_is_sent_once_when_it_is_sent_again(bool answered)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire, Patience));
        var unbroken = await RowsAsync(house, await house.SendAsync());
        var (number, unknown) = (0, 0);
        await BreakEverywhere.RunAsync(_wire, answered, andStayDown: true,
            prepare: () => Task.FromResult($"key-{number++}"),
            act: key => BreakEverywhere.TriedAsync(() => house.SendAsync(key: key)),
            look: async (key, told) =>
            {
                var there = await CountAsync(house, "select count(*) from page");
                if (told is DatabaseAwayException and not OutcomeUnknownException)
                {
                    Assert.Equal(number, there);
                }

                Assert.InRange(there, number, number + 1);
                unknown += told is OutcomeUnknownException ? 1 : 0;
                Assert.Equal(unbroken, await RowsAsync(house, await house.SendAsync(key: key)));
                Assert.Equal(number + 1, await CountAsync(house, "select count(*) from page"));
            });
        Assert.Equal(1, unknown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_is_taken_once(bool answered)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire));
        var unbroken = await StepAsync(house, await DueAsync(house), once: true);
        await BreakEverywhere.RunAsync(_wire, answered,
            prepare: () => DueAsync(house),
            act: async page => await house.SweepAsync(),
            look: async (page, _) =>
            {
                Assert.Equal(unbroken, await StepAsync(house, page, once: false));
                await TakeAsync(house, page);
            });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_server_stays_away_a_step_is_taken_once_when_it_is_back(bool answered)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire, Patience));
        var unbroken = await StepAsync(house, await DueAsync(house), once: true);
        await BreakEverywhere.RunAsync(_wire, answered, andStayDown: true,
            prepare: () => DueAsync(house),
            act: page => BreakEverywhere.TriedAsync(() => house.SweepAsync()),
            look: async (page, _) =>
            {
                Assert.Equal(unbroken, await StepAsync(house, page, once: false));
                await TakeAsync(house, page);
            });
    }

    private static async Task<PageId> DueAsync(House house)
    {
        var (page, _) = await house.PageAsync();
        await house.DeliverAsync();
        house.Time.Advance(Duration.FromMinutes(3));
        return page;
    }

    /// <summary>How often who was asked, and what the trail has of it. A sweep that was told of the break let go of the page, which is due again when its claim ends.</summary>
    private static async Task<string> StepAsync(House house, PageId page, bool once)
    {
        if (once)
        {
            await house.SweepAsync();
        }

        house.Time.Advance(Duration.FromSeconds(11));
        await house.SweepAsync();
        var asked = await house.Database.ReadAsync(
            connection => connection.QueryAsync<string>("select purpose from notification where page_id = @page order by purpose", new { page }), CancellationToken.None);
        return $"{string.Join(' ', asked)}; {string.Join(' ', (await house.TrailAsync(page)).Select(e => e.Kind))}";
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_acknowledgement_counts_once_and_is_answered_so(bool answered)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire));
        await BreakEverywhere.RunAsync(_wire, answered,
            prepare: async () => (await house.PageAsync()).Id,
            act: page => TakeAsync(house, page),
            look: async (page, taken) =>
            {
                Assert.True(taken.Ok, taken.Refusal?.Detail);
                Assert.Equal(("acknowledged", "N1"), (taken.Value!.State, Assert.Single(taken.Value.Acknowledgements).Person.EmployeeNo));
                Assert.Equal(EscalationPhase.Acknowledged, (await house.LoadAsync(page)).Escalation.Phase);
                Assert.Single(await house.TrailAsync(page), e => e.Kind == PageEventKind.Acknowledged);
                Assert.Equal(1, await CountAsync(house, "select count(*) from audit_entry where action = 'page.acknowledge' and subject = @subject", new { subject = $"page:{page}" }));
            });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_the_server_stays_away_nobody_who_has_a_page_is_told_otherwise(bool answered)
    {
        await using var house = await House.OpenAsync(database: await TestDatabase.ThroughAsync(_wire, Patience));
        await BreakEverywhere.RunAsync(_wire, answered, andStayDown: true,
            prepare: async () => (await house.PageAsync()).Id,
            act: async page =>
            {
                WrittenSoFar.Begin();
                return (Told: await BreakEverywhere.TriedAsync(() => TakeAsync(house, page)), WrittenSoFar.Any);
            },
            look: async (page, taken) =>
            {
                var hasIt = (await house.LoadAsync(page)).Escalation.Phase == EscalationPhase.Acknowledged;
                Assert.True(!hasIt || taken.Told is null or OutcomeUnknownException || taken.Any, $"{taken}");
                Assert.True(hasIt || taken.Told is not null, "Nothing was said of a page that nobody has.");
            });
    }

    private static Task<Answer<PageView>> TakeAsync(House house, PageId page) =>
        house.Get<AcknowledgePage>().RunAsync(TestHospital.CallerOf(house.Anna), page, new AcknowledgeRequest(), CancellationToken.None);

    /// <summary>How many rows of each table a page has.</summary>
    private static async Task<string> RowsAsync(House house, Answer<PageView> sent)
    {
        Assert.True(sent.Ok, sent.Refusal?.Detail);
        var counts = new List<string>();
        foreach (var table in new[] { "page", "page_reference", "idempotency_key", "escalation", "page_responder", "notification", "page_event" })
        {
            counts.Add($"{table} {await CountAsync(house, $"select count(*) from {table} where page_id = @id", new { id = sent.Value!.Id })}");
        }

        return string.Join(", ", counts);
    }

    private static Task<int> CountAsync(House house, string sql, object? values = null) =>
        house.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(sql, values), CancellationToken.None);
}
