using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Alarms;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Alarms;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Alarms;

public abstract class TestPageStoreContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly string[] OfAPage = ["page", "escalation", "page_reference", "idempotency_key", "page_responder", "notification", "page_event"];

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Only_the_pages_of_the_self_test_are_told_with_how_far_they_came()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new TestPageStore(bench.Database);
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "real"));
        await SendAsync(bench, Now);
        var passed = await SendAsync(bench, Now + Duration.FromMinutes(1));
        await DeliverAsync(bench, Now + Duration.FromSeconds(61));
        await CloseAsync(bench, passed, EscalationPhase.Resolved, Now + Duration.FromSeconds(62));
        var given = await SendAsync(bench, Now + Duration.FromMinutes(2));
        await CloseAsync(bench, given, EscalationPhase.Cancelled, Now + Duration.FromSeconds(130));

        Assert.Equal(
            [
                new(Now, true, null),
                new(Now + Duration.FromSeconds(60), true, Now + Duration.FromSeconds(62)),
                new(Now + Duration.FromSeconds(120), false, null),
            ],
            await store.SentAsync(Now, Now + Duration.FromMinutes(3), CancellationToken.None));
        Assert.Single(await store.SentAsync(Now + Duration.FromMinutes(2), Now + Duration.FromMinutes(3), CancellationToken.None));
        Assert.Equal(Now + Duration.FromMinutes(1), await store.LastBeforeAsync(Now + Duration.FromMinutes(2), CancellationToken.None));
        Assert.Null(await store.LastBeforeAsync(Now, CancellationToken.None));
    }

    [Fact]
    public async Task Old_ones_are_deleted_with_all_that_belongs_to_them_and_real_pages_stay()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new TestPageStore(bench.Database);
        var person = await bench.Hospital.AddPersonAsync("N1");
        await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "real", asks: [bench.Draft.Ask(person, bench.Hospital.Method(ContactMethodKind.Sms))]));
        for (var minute = 0; minute < 120; minute++)
        {
            await SendAsync(bench, Now + Duration.FromMinutes(minute));
        }

        Assert.Equal(119, await store.PurgeAsync(Now + Duration.FromMinutes(119), CancellationToken.None));

        foreach (var table in OfAPage)
        {
            Assert.Equal(2, await bench.CountAsync(table));
        }

        Assert.Equal(0, await store.PurgeAsync(Now + Duration.FromMinutes(119), CancellationToken.None));
    }

    [Fact]
    public async Task Role_and_person_come_with_the_schema_and_are_on_for_ever()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());

        Assert.Equal(Role.SelfTestCode, Assert.Single(await bench.Hospital.Directory.RolesAsync([SelfTest.Role], CancellationToken.None)).Code);
        Assert.True(Assert.Single(await bench.Hospital.Directory.PeopleAsync([SelfTest.Person], CancellationToken.None)).Active);
        var on = await new Data.Rosters.RosterStore(bench.Database, new Data.Rosters.RosterPeopleStore(bench.Database)).LoadAsync([SelfTest.Role], Now, Now + Duration.FromDays(1), CancellationToken.None);
        Assert.Equal(SelfTest.Person, Assert.Single(Domain.Rosters.RosterResolver.Resolve(on.Of(SelfTest.Role), Now).Responders).Person);
    }

    [Fact]
    public async Task Nobody_comes_across_them()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var directory = bench.Hospital.Directory;
        await SendAsync(bench, Now);

        Assert.DoesNotContain(await directory.AllRolesAsync(CancellationToken.None), r => r.Id == SelfTest.Role);
        Assert.Null(await directory.FindRoleAsync(Role.SelfTestCode, CancellationToken.None));
        Assert.Null(await directory.FindPersonAsync(Role.SelfTestCode, CancellationToken.None));
        Assert.Empty(await new Data.Directory.PersonStore(bench.Database).EntriesAsync(CancellationToken.None));
        Assert.Empty(await new Data.Rosters.RosterPeopleStore(bench.Database).ByEmployeeNoAsync([Role.SelfTestCode], CancellationToken.None));
        Assert.Empty(await bench.Pages.ListAsync(new PageFilter(null, null, null, null, 10), CancellationToken.None));
    }

    private static async Task<PageRecord> SendAsync(PagingBench bench, Instant at)
    {
        var role = (await bench.Hospital.Directory.RolesAsync([SelfTest.Role], CancellationToken.None))[0];
        var robot = (await bench.Hospital.Directory.PeopleAsync([SelfTest.Person], CancellationToken.None))[0];
        var draft = new PageDraft(bench.Hospital, role);
        var ask = new NewNotification(new NotificationId(Id(at, 1)), robot.Id, ChangeWriter.InboxOf(robot.Id), NotificationPurpose.Page, 0, at);
        var accepted = await draft.AcceptedAsync(Urgency.Routine, PageReference.FromBits((ulong)at.ToUnixTimeSeconds() * 0x9E3779B97F4A7C15UL, 6), $"{at}", now: at, asks: [ask]);
        var page = accepted.Page with { Id = new PageId(Id(at, 2)) };
        var change = accepted.Change with
        {
            Next = accepted.Change.Next with { Page = page.Id },
            Events = [.. accepted.Change.Events.Select(e => e with { Page = page.Id })],
        };
        return await bench.AcceptAsync(accepted with { Page = page, Change = change, Caller = SelfTest.Sender.Key });
    }

    private static async Task DeliverAsync(PagingBench bench, Instant at)
    {
        foreach (var claimed in await bench.Outbox.ClaimDueAsync(ContactMethodKind.InApp, Urgency.Routine, "alpha", at, at + Duration.FromSeconds(10), 10, CancellationToken.None))
        {
            await bench.Outbox.RecordAsync(
                new(claimed, "alpha", new(Application.Notifications.DeliveryStatus.Delivered, null, "Delivered."), at, null), CancellationToken.None);
        }
    }

    private static async Task CloseAsync(PagingBench bench, PageRecord page, EscalationPhase phase, Instant at) =>
        Assert.True(await bench.SaveAsync(await bench.Draft.ChangeAsync((await bench.LoadAsync(page.Page.Id)).Escalation with { Phase = phase, ClosedAt = at }, at)));

    private static Guid Id(Instant at, short kind) => new((int)at.ToUnixTimeSeconds(), kind, 0, new byte[8]);
}

public sealed class TestPageStoreOnSqlite : TestPageStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();

    [Fact]
    public async Task Whatever_refers_to_a_page_is_deleted_with_it()
    {
        await using var test = await OpenAsync();
        const string Referring = """
            select t.name from sqlite_schema t, pragma_foreign_key_list(t.name) k
            where t.type = 'table' and k."table" = 'page' group by t.name order by t.name
            """;
        var tables = await test.Database.ReadAsync(connection => connection.QueryAsync<string>(Referring), CancellationToken.None);
        var purge = await File.ReadAllTextAsync(Testing.SourceTree.PathOf("src/OnCall.Data/Alarms/TestPageStore.sql"));

        Testing.Found.Nothing(tables.Where(t => !purge.Contains($"delete from {t} ", StringComparison.Ordinal)).Select(t => $"{t} refers to a page: TestPageStore must delete from it too"));
    }
}

public sealed class TestPageStoreOnSqlServer : TestPageStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
