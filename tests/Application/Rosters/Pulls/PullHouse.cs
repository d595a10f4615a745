using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters.Pulls;

/// <summary>A ward of two roles whose roster is fetched each hour, with a scheduler. It begins on Monday, 12 October 2026, 08:00 in Brussels.</summary>
internal sealed class PullHouse : IAsyncDisposable
{
    public const string Code = "ward-rota";

    /// <summary>Four shifts to come of one role, and two of the other.</summary>
    public const string Full = Nurse1 + Nurse2 + Doctors;

    public const string Nurse1 = "ward-3/nurse,A1,2026-10-12 08:00,2026-10-13 08:00,1\nward-3/nurse,B2,2026-10-13 08:00,2026-10-14 08:00,1\n";
    public const string Nurse2 = "ward-3/nurse,A1,2026-10-14 08:00,2026-10-15 08:00,1\nward-3/nurse,B2,2026-10-15 08:00,2026-10-16 08:00,1\n";
    public const string Doctors = "ward-3/doctor,C3,2026-10-12 08:00,2026-10-14 08:00,1\nward-3/doctor,A1,2026-10-14 08:00,2026-10-16 08:00,1\n";

    public static readonly Caller Admin = new("person:AD", null, "Ann Admin", [new Grant(Permission.Admin, null)]);

    private House? _other;

    public House House { get; private set; } = null!;

    public FakeFetch Fetch { get; } = new();

    public OrgUnitId Ward { get; } = new(House.Id(201));

    public Person Scheduler { get; private set; } = null!;

    public static async Task<PullHouse> OpenAsync(bool with = true)
    {
        var pulls = new PullHouse();
        pulls.House = await House.OpenAsync(pulls.Add);
        var units = pulls.House.Get<IOrgUnitStore>();
        await units.SaveAsync(new OrgUnit(pulls.Ward, "ward-3", "Ward 3", null, House.Brussels), true, Audit, CancellationToken.None);
        await units.SaveAsync(new OrgUnit(new OrgUnitId(House.Id(202)), "ward-4", "Ward 4", null, House.Brussels), true, Audit, CancellationToken.None);
        await pulls.House.RoleAsync("ward-3/nurse", "Ward 3 – Nurse", unit: pulls.Ward);
        await pulls.House.RoleAsync("ward-3/doctor", "Ward 3 – Doctor", unit: pulls.Ward);
        await pulls.House.RoleAsync("ward-4/nurse", "Ward 4 – Nurse", unit: new OrgUnitId(House.Id(202)));
        foreach (var (number, name) in new[] { ("A1", "Ada Okafor"), ("B2", "Bram Peeters"), ("C3", "Chiyo Tanaka") })
        {
            await pulls.House.PersonAsync(number, name);
        }

        pulls.Scheduler = new Person(new PersonId(pulls.House.Get<IIdSource>().NewId()), "S1", "Sam Scheduler", true, null, null, []);
        await pulls.House.Get<IPersonStore>().SaveAsync(pulls.Scheduler, [new Grant(Permission.Scheduler, pulls.Ward)], isNew: true, Audit, CancellationToken.None);
        if (with)
        {
            Assert.True((await pulls.PutAsync()).Ok);
        }

        return pulls;
    }

    public static PutRosterPullRequest Request { get; } = new(
        Code, "ward-3", House.Brussels, "https://rota.hospital.example/ward.csv", Header: new PullHeaderBody("Authorization", "Bearer canary-secret"));

    public Task<Answer<RosterPullView>> PutAsync(PutRosterPullRequest? request = null, Caller? caller = null) =>
        House.Get<PutRosterPull>().RunAsync(caller ?? Admin, request ?? Request, CancellationToken.None);

    /// <summary>Lets this time pass, and looks once what is due.</summary>
    public Task<int> LookAsync(int minutes = 60)
    {
        House.Clock.Advance(Duration.FromMinutes(minutes));
        return House.Get<RunDueRosterPulls>().RunAsync(CancellationToken.None);
    }

    /// <summary>Brings these rows, an hour later.</summary>
    public async Task<RosterPullView> BringAsync(string rows)
    {
        Fetch.Brings(rows);
        Assert.Equal(1, await LookAsync());
        return await ReadAsync();
    }

    public async Task<RosterPullView> ReadAsync() => (await House.Get<ReadRosterPulls>().FindAsync(Admin, Code, CancellationToken.None)).Value!;

    /// <summary><c>kind: detail</c> of each alarm that is seen now.</summary>
    public async Task<IReadOnlyList<string>> AlarmsAsync() =>
        [.. (await new WatchedPulls(House.Get<IRosterPulls>()).ObserveAsync([], House.Clock.Now, CancellationToken.None)).Select(a => $"{a.Kind}: {a.Detail}")];

    public async Task<IReadOnlyList<NoticeView>> NoticesAsync() =>
        (await House.Get<ReadNotices>().RunAsync(new Caller("person:S1", Scheduler.Id, "Sam", []), CancellationToken.None)).Value!.Items;

    public async Task<UploadStatus> StatusAsync(Guid upload) => (await House.Get<IRosterUploads>().FindAsync(new(upload), CancellationToken.None))!.Upload.Status;

    /// <summary>A second node on the same database, with the same source.</summary>
    public House OtherNode()
    {
        _other ??= House.OtherNode(Add);
        _other.Clock.Now = House.Clock.Now;
        return _other;
    }

    public async ValueTask DisposeAsync()
    {
        await (_other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await House.DisposeAsync();
    }

    private static AuditEntry Audit => new(Instant.FromUtc(2026, 1, 1, 0, 0), "system", "test", "test", "{}");

    private void Add(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IRosterFetch>(Fetch));
}
