using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Directory;
using OnCall.Data.Rosters;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Data.Tests.Rosters;

/// <summary>A database with two roles and three people, and the stores of rosters on it.</summary>
internal sealed class RosterData : IAsyncDisposable
{
    public static readonly Instant Midnight = Instant.FromUtc(2026, 11, 23, 0, 0);
    private readonly TestDatabase _test;
    private readonly TestIds _ids = new();

    private RosterData(TestDatabase test)
    {
        _test = test;
        Roles = new RoleStore(test.Database);
        People = new PersonStore(test.Database);
        RosterPeople = new RosterPeopleStore(test.Database);
        Uploads = new RosterUploadStore(test.Database, Roles, People, _ids);
        Rosters = new RosterStore(test.Database, RosterPeople);
        Covers = new CoverStore(test.Database);
        (Ward, Clinic) = (new RoleId(_ids.NewId()), new RoleId(_ids.NewId()));
        (Ada, Bram, Chiyo) = (new PersonId(_ids.NewId()), new PersonId(_ids.NewId()), new PersonId(_ids.NewId()));
    }

    public Database Database => _test.Database;

    public RoleStore Roles { get; }

    public PersonStore People { get; }

    public RosterPeopleStore RosterPeople { get; }

    public RosterUploadStore Uploads { get; }

    public RosterStore Rosters { get; }

    public CoverStore Covers { get; }

    public RoleId Ward { get; }

    public RoleId Clinic { get; }

    public PersonId Ada { get; }

    public PersonId Bram { get; }

    public PersonId Chiyo { get; }

    public static async Task<RosterData> OnAsync(Task<TestDatabase> opening)
    {
        var data = new RosterData(await opening);
        await data.Roles.SaveAsync(Role(data.Ward, "ward", "Ward 3 – Nurse"), isNew: true, Audit("role.put"), CancellationToken.None);
        await data.Roles.SaveAsync(Role(data.Clinic, "clinic", "Clinic"), isNew: true, Audit("role.put"), CancellationToken.None);
        await data.PutAsync(data.Ada, "A1", "Ada Okafor", active: true, isNew: true);
        await data.PutAsync(data.Bram, "B2", "Bram Peeters", active: true, isNew: true);
        await data.PutAsync(data.Chiyo, "C3", "Chiyo Tanaka", active: true, isNew: true);
        return data;
    }

    public static Instant Hour(double hour) => Midnight + Duration.FromHours(hour);

    public static AuditEntry Audit(string action) => new(Midnight, "person:A1", action, "test", "{}");

    public Task PutAsync(PersonId id, string number, string name, bool active, bool isNew = false) =>
        People.SaveAsync(new Person(id, number, name, active, null, null, []), [], isNew, Audit("person.put"), CancellationToken.None);

    public NewShift Draft(PersonId person, double from, double to, RoleId? role = null, int tier = 1, string? label = null) =>
        new(role ?? Ward, person, tier, Hour(from), Hour(to), label);

    public UploadId NewUpload() => new(_ids.NewId());

    public Guid NewId() => _ids.NewId();

    public static RosterUpload Upload(UploadId id, UploadStatus status, PublicationChanges changes, double hour = 0) => new(
        id, Hour(hour), "Ada Okafor", "roster.csv", new string('a', 64), "Europe/Brussels", "csv", "utf-8", 3, 3, status, changes, [], status == UploadStatus.Published ? Hour(hour) : null);

    /// <summary>Plans on the roster as it is and publishes.</summary>
    public async Task<(UploadId Id, bool Done)> PublishAsync(params NewShift[] shifts) => await PublishAsync(await PlanAsync(shifts));

    public async Task<(UploadId Id, bool Done)> PublishAsync(RosterPublishing publishing) =>
        (publishing.Upload.Id, await Uploads.PublishAsync(publishing, CancellationToken.None));

    public async Task<RosterPublishing> PlanAsync(IReadOnlyList<NewShift> shifts, IReadOnlyList<NewRole>? roles = null, IReadOnlyList<NewPerson>? people = null)
    {
        var view = await ViewAsync();
        var plan = RosterPublication.Plan(view.Rosters.Values.SelectMany(r => r.Shifts), shifts);
        var upload = Upload(NewUpload(), UploadStatus.Published, plan.Changes);
        return new RosterPublishing(upload, IsPreview: false, new RosterDraft("", roles ?? [], people ?? [], shifts), plan, view.Stamp, Audit("roster.publish"));
    }

    public Task<RosterView> ViewAsync() => Rosters.LoadAsync([Ward, Clinic], Hour(-10_000), Hour(10_000), CancellationToken.None);

    /// <summary>Every shift in force, ids and all.</summary>
    public async Task<IReadOnlyList<Shift>> InForceAsync() =>
        [.. (await ViewAsync()).Rosters.Values.SelectMany(r => r.Shifts).OrderBy(s => s.Start).ThenBy(s => s.Id.Value)];

    /// <summary>Every shift in force as it reads.</summary>
    public async Task<IReadOnlyList<NewShift>> ReadsAsync() => [.. (await InForceAsync()).Select(NewShift.Of)];

    public Task<RollBackResult> RollBackAsync(UploadId id) => Uploads.RollBackAsync(id, Audit("roster.roll-back"), CancellationToken.None);

    public ValueTask DisposeAsync() => _test.DisposeAsync();

    private static Role Role(RoleId id, string code, string name) => new(id, code, name, [], null, null, null, Coverage.AllDay, [], null);
}
