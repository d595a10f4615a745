using Dapper;
using NodaTime;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Directory;
using OnCall.Data.Rosters;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>
/// Nodes that watch over one database, in a time that only tests move. <see cref="PassAsync"/> does every 5 s what each living node
/// does by its timers: sweep, send, look. A roster and an SMS provider are there, and all is well unless a test says otherwise.
/// </summary>
internal sealed class Watched : IAsyncDisposable
{
    private static readonly Duration Beat = Duration.FromSeconds(5);
    private readonly TestDatabase _test;
    private readonly TestIds _ids = new(series: 55);

    private Watched(TestDatabase test)
    {
        _test = test;
        Hospital = new TestHospital(test.Database);
        Switch = new Breaker();
    }

    public ManualTime Time { get; } = new();

    public Instant Now => Time.GetCurrentInstant();

    public TestHospital Hospital { get; }

    public FakeChannel Sms { get; } = new(ContactMethodKind.Sms);

    /// <summary>Breaks the database under the watch.</summary>
    public Breaker Switch { get; }

    public List<WatchedNode> Nodes { get; } = [];

    public WatchedNode Alpha => Nodes[0];

    public static async Task<Watched> OpenAsync(bool selfTest = false)
    {
        var watched = new Watched(await TestDatabase.UsualAsync());
        await watched.Hospital.AddRoleAsync(Role.DeskCode);
        watched.Start("alpha/1/a", selfTest: selfTest);
        return watched;
    }

    /// <summary>Starts another node.</summary>
    public WatchedNode Start(string name, bool engine = true, bool selfTest = false)
    {
        var node = new WatchedNode(this, name, engine, selfTest, _test.Database);
        Nodes.Add(node);
        return node;
    }

    /// <summary>Lets time pass. Nodes that a test has stopped do nothing.</summary>
    public async Task PassAsync(Duration time)
    {
        for (var left = time; left > Duration.Zero; left -= Beat)
        {
            Time.Advance(Duration.Min(left, Beat));
            foreach (var node in Nodes.Where(n => n.Runs))
            {
                await node.WorkAsync();
            }
        }
    }

    public Task PassAsync(int seconds) => PassAsync(Duration.FromSeconds(seconds));

    /// <summary>Publishes one shift.</summary>
    public async Task PublishAsync(Role role, Person person, Instant from, Instant to)
    {
        var (people, id) = (new RosterPeopleStore(_test.Database), new UploadId(_ids.NewId()));
        var stamp = await new RosterStore(_test.Database, people).StampAsync(CancellationToken.None);
        NewShift[] shifts = [new(role.Id, person.Id, 1, from, to, null)];
        var plan = RosterPublication.Plan([], shifts);
        var upload = new RosterUpload(id, Now, "Rita", "roster.csv", new string('a', 64), "UTC", "csv", "utf-8", 1, 1, UploadStatus.Published, plan.Changes, [], Now);
        var uploads = new RosterUploadStore(_test.Database, new RoleStore(_test.Database), new PersonStore(_test.Database), _ids);
        var publishing = new RosterPublishing(upload, false, new RosterDraft("", [], [], shifts), plan, stamp, new AuditEntry(Now, "system", "roster.publish", "test", "{}"));
        Assert.True(await uploads.PublishAsync(publishing, CancellationToken.None));
    }

    /// <summary>The alarms on the board of the first node, worst first: <c>critical engine-stopped engine</c>.</summary>
    public async Task<IReadOnlyList<string>> BoardAsync() => await Alpha.BoardAsync();

    public Task<long> CountAsync(string table) =>
        _test.Database.ReadAsync(c => c.ExecuteScalarAsync<long>($"select count(*) from {table}"), CancellationToken.None);

    public async Task<IReadOnlyList<string>> AuditAsync(string action) =>
        [.. await _test.Database.ReadAsync(c => c.QueryAsync<string>("select detail from audit_entry where action = @action order by seq", new { action }), CancellationToken.None)];

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await _test.DisposeAsync();
    }
}
