using Dapper;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Data.Tests.Paging;

/// <summary>The stores of pages and notifications over one test's own database, with one role in it.</summary>
internal sealed class PagingBench : IAsyncDisposable
{
    private readonly TestDatabase _test;

    private PagingBench(TestDatabase test, TestHospital hospital, Role role)
    {
        _test = test;
        Hospital = hospital;
        Draft = new PageDraft(hospital, role);
        Role = role;
        Pages = OpenPages(Database, 7);
        Outbox = new NotificationStore(Database);
    }

    public TestDatabase Test => _test;

    public Database Database => _test.Database;

    public string ConnectionString => _test.ConnectionString;

    /// <summary>Pages as another node writes them; what a test decided is never too old.</summary>
    public static PageStore OpenPages(Database database, int series) => OpenPages(database, series, new FakeClock(Instant.MinValue));

    /// <summary>The same by a clock of their own.</summary>
    public static PageStore OpenPages(Database database, int series, IClock clock) => new(database, new PageChangeWriter(database, new TestIds(series)), clock);

    /// <summary>The same data as another node has it.</summary>
    public Database OpenAgain() => _test.OpenAgain();

    public TestHospital Hospital { get; }

    public PageDraft Draft { get; }

    public Role Role { get; }

    public PageStore Pages { get; }

    public NotificationStore Outbox { get; }

    public static async Task<PagingBench> OpenAsync(Task<TestDatabase> opening)
    {
        var test = await opening;
        var hospital = new TestHospital(test.Database);
        return new PagingBench(test, hospital, await hospital.AddRoleAsync("cardiology/duty"));
    }

    public async Task<AcceptResult> TryAcceptAsync(AcceptedPage accepted) => (await Pages.AcceptAsync([accepted], CancellationToken.None))[0];

    /// <summary>Accepts the page, and tells it as it was stored.</summary>
    public async Task<PageRecord> AcceptAsync(AcceptedPage accepted)
    {
        Assert.Equal(AcceptResult.Accepted, await TryAcceptAsync(accepted));
        return await LoadAsync(accepted.Page.Id);
    }

    public async Task<PageRecord> LoadAsync(PageId page) => Assert.Single(await Pages.LoadAsync([page], CancellationToken.None));

    public Task<bool> SaveAsync(PageChange change) => SavedAsync(Pages.SaveAsync([change], CancellationToken.None));

    public Task<long> CountAsync(string table) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"select count(*) from {table}"), CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static async Task<bool> SavedAsync(Task<PageWrite> saving) => (await saving).Lost.Count == 0;
}
