using Dapper;
using NodaTime;
using OnCall.Application.Notices;
using OnCall.Data.Access;
using OnCall.Data.Notices;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Access.BreakGlass;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Paging;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class BreakGlassContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly TestIds Ids = new(series: 11);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_broken_glass_opens_one_page_to_one_person_for_an_hour()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new BreakGlassStore(bench.Database);
        var (ann, ben) = (await bench.Hospital.AddPersonAsync("N001"), await bench.Hospital.AddPersonAsync("N002"));
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "1"))).Page;
        var other = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync(key: "2"))).Page;

        var broken = await BreakAsync(store, page, ann);

        Assert.True(await store.IsOpenAsync(page.Id, ann.Id, Now, CancellationToken.None));
        Assert.True(await store.IsOpenAsync(page.Id, ann.Id, broken.Until - Duration.FromMilliseconds(1), CancellationToken.None));
        Assert.False(await store.IsOpenAsync(page.Id, ann.Id, broken.Until, CancellationToken.None));
        Assert.False(await store.IsOpenAsync(page.Id, ben.Id, Now, CancellationToken.None));
        Assert.False(await store.IsOpenAsync(other.Id, ann.Id, Now, CancellationToken.None));
    }

    [Fact]
    public async Task All_who_broke_it_stay_on_record_with_their_words_the_newest_first()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new BreakGlassStore(bench.Database);
        var ann = await bench.Hospital.AddPersonAsync("N001");
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page;
        var first = await BreakAsync(store, page, ann);
        var second = await BreakAsync(store, page, ann, Duration.FromHours(2), "Übergabe am Bett, 引き継ぎ");

        Assert.Equal([second, first], await store.OfPageAsync(page.Id, CancellationToken.None));
        var stored = await bench.Database.ReadAsync(connection => connection.QueryAsync<string>("select note from broken_glass"), CancellationToken.None);
        Assert.All(stored, note => Assert.StartsWith("sealed:1:", note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_its_entry_and_those_who_are_told_are_written_together_or_not_at_all()
    {
        await using var bench = await PagingBench.OpenAsync(OpenAsync());
        var store = new BreakGlassStore(bench.Database);
        var ann = await bench.Hospital.AddPersonAsync("N001");
        var page = (await bench.AcceptAsync(await bench.Draft.AcceptedAsync())).Page;
        var told = new NewNotice(
            new NoticeId(Ids.NewId()), ann.Id, "break-glass:1", new GlassBrokenFacts("Ann", "N001", "Ward", page.Reference), NoticeUrgency.InApp, Now, Now + Duration.FromDays(7), []);
        await BreakAsync(store, page, ann, told: told);
        var notice = Assert.Single(await new NoticeStore(bench.Database).OfPersonAsync(ann.Id, Now, CancellationToken.None));
        Assert.Equal(told.Facts, notice.Facts);
        Assert.Equal(1, await EntriesAsync(bench));

        // A page that there is not: the whole is refused.
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => BreakAsync(store, page with { Id = new PageId(Ids.NewId()) }, ann, told: told with { Id = new NoticeId(Ids.NewId()), Subject = "break-glass:2" }));
        Assert.Single(await new NoticeStore(bench.Database).OfPersonAsync(ann.Id, Now, CancellationToken.None));
        Assert.Equal(1, await EntriesAsync(bench));
    }

    private static Task<int> EntriesAsync(PagingBench bench) => bench.Database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>("select count(*) from audit_entry where action = 'page.break-glass'"), CancellationToken.None);

    private static async Task<BrokenGlass> BreakAsync(
        BreakGlassStore store, Page page, Person person, Duration after = default, string note = "The patient is with us", NewNotice? told = null)
    {
        var broken = new BrokenGlass(new BrokenGlassId(Ids.NewId()), page.Id, person.Id, BreakGlassReason.PatientCare, note, Now + after);
        var audit = new AuditEntry(Now + after, "person:N001", "page.break-glass", $"page:{page.Id}", "{}");
        await store.AddAsync(broken, audit, told is null ? [] : [told], CancellationToken.None);
        return broken;
    }
}

public sealed class BreakGlassOnSqlite : BreakGlassContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class BreakGlassOnSqlServer : BreakGlassContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
