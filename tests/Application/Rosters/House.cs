using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.RosterFiles;
using OnCall.Testing;
using OnCall.Testing.Databases;

namespace OnCall.Application.Tests.Rosters;

/// <summary>The use cases of rosters, put together as the program does, on a database of their own.</summary>
internal sealed class House : IAsyncDisposable
{
    public const string Headings = "Role,Employee no,Start,End,Tier\n";
    public const string Brussels = "Europe/Brussels";
    public static readonly Caller Scheduler = new("person:S1", null, "Sam Scheduler", [new Grant(Permission.Scheduler, null)]);
    public static readonly Caller Staff = new("person:T1", null, "Tina Staff", [new Grant(Permission.Staff, null)]);

    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;
    private readonly bool _owns;

    private House(TestDatabase test, bool owns, int series, Action<IServiceCollection>? more)
    {
        (_test, _owns) = (test, owns);
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddOnCallData(new ConfigurationBuilder().Build());
        services.AddOnCallApplication().AddRosterFiles();
        services.Replace(ServiceDescriptor.Singleton(test.Database));
        services.Replace(ServiceDescriptor.Singleton<IClock>(Clock));
        services.Replace(ServiceDescriptor.Singleton<IIdSource>(new TestIds(series)));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 10, 12, 6, 0));

    public FakeTime Time { get; } = new();

    /// <param name="more">What the house has besides.</param>
    public static async Task<House> OpenAsync(Action<IServiceCollection>? more = null, TestDatabase? database = null)
    {
        var house = new House(database ?? await TestDatabase.UsualAsync(), owns: true, series: 1, more);
        await house.RoleAsync(new Role(new RoleId(Id(1)), Role.DeskCode, "Dispatcher desk", [], null, null, null, new Coverage([], null), [], null));
        return house;
    }

    /// <summary>A second node on the same database.</summary>
    public House OtherNode(Action<IServiceCollection>? more = null) => new(_test, owns: false, series: 2, more);

    public static Guid Id(int number) => new(number, 77, 0, new byte[8]);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Role> RoleAsync(string code, string name, Coverage? coverage = null, RoleId? fallback = null, string? zone = null, OrgUnitId? unit = null, params string[] aliases)
    {
        var role = new Role(new RoleId(Get<IIdSource>().NewId()), code, name, aliases, unit, null, fallback, coverage ?? Coverage.AllDay, [], zone);
        await RoleAsync(role);
        return role;
    }

    public Task RoleAsync(Role role, bool isNew = true) => Get<IRoleStore>().SaveAsync(role, isNew, Audit, CancellationToken.None);

    public async Task<PersonId> PersonAsync(string number, string name, bool active = true)
    {
        var person = new Person(new PersonId(Get<IIdSource>().NewId()), number, name, active, null, null, []);
        await Get<IPersonStore>().SaveAsync(person, [], isNew: true, Audit, CancellationToken.None);
        return person.Id;
    }

    /// <summary>Three nurses and two roles, in Brussels.</summary>
    public async Task WardAsync()
    {
        await RoleAsync("ward-3/nurse", "Ward 3 – Nurse", zone: Brussels);
        await RoleAsync("clinic", "Clinic", zone: Brussels);
        await PersonAsync("A1", "Ada Okafor");
        await PersonAsync("B2", "Bram Peeters");
        await PersonAsync("C3", "Chiyo Tanaka");
    }

    public Task<Answer<RosterUploadView>> UploadAsync(string rows, bool publish = true, bool create = false, Caller? caller = null) =>
        UploadAsync(Request(Headings + rows) with { Publish = publish, CreateMissing = create }, caller);

    public Task<Answer<RosterUploadView>> UploadAsync(UploadRosterRequest request, Caller? caller = null) =>
        Get<UploadRoster>().RunAsync(caller ?? Scheduler, request, CancellationToken.None);

    public static UploadRosterRequest Request(string text) => new(new RosterFile("roster.csv", Encoding.UTF8.GetBytes(text)), Brussels, Publish: true);

    public static UploadRosterRequest Sample(string name) =>
        new(new RosterFile(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name))), Brussels, CreateMissing: true, Publish: true);

    public async Task<Answer<ResolveView>> ResolveAsync(string role, string? at = null)
    {
        var answer = await Get<ResolveRole>().RunAsync(role, at, CancellationToken.None);
        return answer.Ok ? answer.Value.View() : answer.Refusal;
    }

    /// <summary>Who is on: <c>A1/1 B2/2</c> is A1 on tier 1 and B2 on tier 2.</summary>
    public async Task<string> WhoAsync(string role, string at) =>
        string.Join(' ', (await ResolveAsync(role, at)).Value!.Responders.Select(r => $"{r.Person.EmployeeNo}/{r.Tier}"));

    public Task<Answer<CoverView>> CoverAsync(string role, string person, string from, string to, string? instead = null, Caller? caller = null) =>
        Get<AddCover>().RunAsync(caller ?? Scheduler, new AddCoverRequest(role, person, from, to, instead, "ill"), CancellationToken.None);

    public async Task<int> UploadCountAsync() => (await Get<IRosterUploads>().ListAsync(null, 100, CancellationToken.None)).Count;

    /// <summary><c>row column code</c> of every problem of that severity.</summary>
    public static IEnumerable<string> Codes(IEnumerable<RosterProblem> problems, ProblemSeverity severity) =>
        problems.Where(p => p.Severity == severity && p.Code != "no-contact-method").Select(p => $"{p.Row} {p.Column} {p.Code}");

    public static IEnumerable<string> Errors(Answer<RosterUploadView> answer) =>
        Codes((IReadOnlyList<RosterProblem>)answer.Refusal!.Extras["problems"]!, ProblemSeverity.Error);

    public static IEnumerable<string> Warnings(Answer<RosterUploadView> answer) => Codes(answer.Value!.Problems, ProblemSeverity.Warning);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_owns)
        {
            await _test.DisposeAsync();
        }
    }

    internal static AuditEntry Audit => new(Instant.FromUtc(2026, 1, 1, 0, 0), "system", "test", "test", "{}");
}
