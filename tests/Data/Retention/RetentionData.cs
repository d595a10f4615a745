using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Retention;
using OnCall.Application.Rosters;
using OnCall.Data.Alarms;
using OnCall.Data.Directory;
using OnCall.Data.Retention;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Retention;

/// <summary>A database with a ward and its role, closed pages of any age in it, and the stores of retention on it.</summary>
internal sealed class RetentionData : IAsyncDisposable
{
    public static readonly Instant Now = PageDraft.Now;
    private readonly TestIds _ids = new(series: 26);
    private int _pages;

    private RetentionData(PagingBench bench) => Bench = bench;

    public PagingBench Bench { get; }

    public Database Database => Bench.Database;

    public FakeClock Clock { get; } = new(Now);

    public OrgUnit Ward { get; private set; } = null!;

    public Person Ann { get; private set; } = null!;

    public RetentionRuleStore Rules => new(Database);

    public HoldStore Holds => new(Database);

    public RetentionRunStore Runs => new(Database);

    public RetentionItemStore Items => ItemsOf(Database);

    public static async Task<RetentionData> OpenAsync(Task<TestDatabase> opening)
    {
        var data = new RetentionData(await PagingBench.OpenAsync(opening));
        data.Ward = new OrgUnit(new OrgUnitId(data._ids.NewId()), "ward", "Ward", null, null);
        await new OrgUnitStore(data.Database).SaveAsync(data.Ward, isNew: true, Audit("org-unit.put"), CancellationToken.None);
        await data.Bench.Hospital.ChangeAsync(data.Bench.Role with { OrgUnit = data.Ward.Id });
        data.Ann = await data.Bench.Hospital.AddPersonAsync("N1", data.Bench.Hospital.Method(ContactMethodKind.Sms));
        return data;
    }

    public static AuditEntry Audit(string action) => new(Now, "person:A1", action, "test", "{}");

    public static RetentionItemStore ItemsOf(Database database) =>
        new(database, new RetentionRuleStore(database), new HoldStore(database));

    public Guid NewId() => _ids.NewId();

    /// <summary>An urgent page that asked Ann, and was closed so many days ago.</summary>
    public async Task<PageId> ClosedAsync(double daysAgo, Urgency urgency = Urgency.Urgent, EscalationPhase phase = EscalationPhase.Resolved)
    {
        var page = await OpenPageAsync(daysAgo, urgency);
        var at = Now - Duration.FromSeconds(daysAgo * 86_400);
        var record = await Bench.LoadAsync(page);
        Assert.True(await Bench.SaveAsync(await Bench.Draft.ChangeAsync(record.Escalation with { Phase = phase, ClosedAt = at }, at) with { Silenced = [null] }));
        return page;
    }

    public async Task<PageId> OpenPageAsync(double daysAgo, Urgency urgency = Urgency.Urgent)
    {
        var at = Now - Duration.FromSeconds(daysAgo * 86_400) - Duration.FromHours(1);
        var accepted = await Bench.Draft.AcceptedAsync(urgency, key: $"key {++_pages}", now: at, asks: [Bench.Draft.Ask(Ann, Ann.ContactMethods[0], at)]);
        return (await Bench.AcceptAsync(accepted)).Page.Id;
    }

    public Task RuleAsync(RetentionClass what, int? days, OrgUnitId? unit = null) =>
        Rules.PutAsync(new StoredRetentionRule(new RetentionRule(what, unit, days), Now, "person:A1"), Audit("retention-rule.put"), CancellationToken.None);

    public async Task<LegalHold> HoldAsync(HoldTarget on, Database? database = null)
    {
        var hold = new LegalHold(new HoldId(NewId()), on, "label", "Case 12", Now, "person:A1", null);
        Assert.True(await new HoldStore(database ?? Database).PlaceAsync(hold, Audit("hold.place"), CancellationToken.None));
        return hold;
    }

    /// <summary>Lets a day pass, so that a run is due.</summary>
    public async Task<RetentionRun> RunAsync(RetentionPace? pace = null)
    {
        Clock.Advance(Duration.FromDays(1));
        var run = await Running(pace).RunAsync(CancellationToken.None);
        return (await Runs.ListAsync(null, 100, CancellationToken.None)).Single(r => r.Id == run);
    }

    public RunRetention Running(RetentionPace? pace = null, IRetentionItems? items = null) => new(
        items ?? Items, Runs, new WatchReads(Database), pace ?? RetentionPace.Usual with { Pause = TimeSpan.Zero, Patience = 2 }, new NodeName("alpha"),
        new HouseZone(DateTimeZone.Utc), _ids, Clock, TimeProvider.System, NullLogger<RunRetention>.Instance);

    public async Task<bool> IsThereAsync(PageId page) => (await Bench.Pages.LoadAsync([page], CancellationToken.None)).Count > 0;

    public Task<long> CountAsync(string table, PageId page) => Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>($"select count(*) from {table} where page_id = @page", new { page }), CancellationToken.None);

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
