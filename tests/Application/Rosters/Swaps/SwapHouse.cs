using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Tests.Rosters.Swaps;

/// <summary>
/// Ward 3 with its scheduler Sam, the nurses Ada, Bram and Chiyo, and a porter. Ada is on by day on Tuesday, 13 October 2026 (08:00 to 20:00 in
/// Brussels), Bram on Wednesday, Chiyo on Thursday. It is Monday, 08:00.
/// </summary>
internal sealed class SwapHouse : IAsyncDisposable
{
    public const string Role = "ward-3/nurse";
    public const string Tuesday = "2026-10-13T12:00+02:00";
    public const string Wednesday = "2026-10-14T12:00+02:00";

    private readonly Dictionary<string, Caller> _callers = new(StringComparer.Ordinal);

    private SwapHouse(House house) => House = house;

    public House House { get; }

    public OrgUnitId Unit { get; } = new(House.Id(60));

    public static async Task<SwapHouse> OpenAsync(SwapApproval? approval = null)
    {
        var swaps = new SwapHouse(await House.OpenAsync());
        await swaps.House.Get<IOrgUnitStore>().SaveAsync(new OrgUnit(swaps.Unit, "ward-3", "Ward 3", null, House.Brussels, approval), true, Audit, CancellationToken.None);
        await swaps.House.RoleAsync(Role, "Ward 3 – Nurse", unit: swaps.Unit);
        await swaps.House.RoleAsync("transport", "Transport");
        await swaps.PersonAsync("A1", "Ada", Permission.Staff);
        await swaps.PersonAsync("B2", "Bram", Permission.Staff);
        await swaps.PersonAsync("C3", "Chiyo", Permission.Staff);
        await swaps.PersonAsync("P9", "Pim Porter", Permission.Staff);
        await swaps.PersonAsync("S1", "Sam", Permission.Scheduler, swaps.Unit);
        await swaps.House.UploadAsync(
            $"{Role},A1,2026-10-13 08:00,2026-10-13 20:00,1\n{Role},B2,2026-10-14 08:00,2026-10-14 20:00,1\n{Role},C3,2026-10-15 08:00,2026-10-15 20:00,1\n");
        return swaps;
    }

    public async Task PersonAsync(string number, string name, Permission permission, OrgUnitId? unit = null)
    {
        var person = new Person(new PersonId(House.Get<IIdSource>().NewId()), number, name, true, null, null, []);
        await House.Get<IPersonStore>().SaveAsync(person, [new Grant(permission, unit)], isNew: true, Audit, CancellationToken.None);
        _callers[number] = new Caller($"person:{number}", person.Id, name, [new Grant(permission, unit)]);
    }

    public Caller As(string number) => _callers[number];

    public Task<Answer<SwapView>> AskAsync(string by = "A1", string with = "B2", string start = Tuesday, string? end = null, string? take = Wednesday, string? person = null) =>
        House.Get<AskSwap>().RunAsync(
            As(by), new AskSwapRequest(Role, new SwapGiveBody(start, end), with, take is null ? null : new SwapTakeBody(take), person, "wedding"), CancellationToken.None);

    /// <summary>A second later, so that notices have an order.</summary>
    public Task<Answer<SwapView>> ActAsync(string by, Answer<SwapView> swap, SwapAct act, House? node = null)
    {
        (node ?? House).Clock.Advance(Duration.FromSeconds(1));
        return (node ?? House).Get<ActOnSwap>().RunAsync(As(by), new SwapId(swap.Value!.Id), act, CancellationToken.None);
    }

    public Task<Answer<CoverView>> TakeNowAsync(string by, string? from = null, string? to = null, string? instead = null) =>
        House.Get<CoverMyself>().RunAsync(As(by), new CoverMyselfRequest(Role, from, to, instead), CancellationToken.None);

    public async Task<SwapState> StateAsync(Answer<SwapView> swap) =>
        (await House.Get<ReadSwaps>().FindAsync(As("S1"), new SwapId(swap.Value!.Id), CancellationToken.None)).Value!.State;

    public Task<int> WatchAsync()
    {
        House.Clock.Advance(Duration.FromSeconds(1));
        return House.Get<WatchSwaps>().RunAsync(CancellationToken.None);
    }

    public Task<string> WhoAsync(string at) => House.WhoAsync(Role, at);

    /// <summary>The kinds of the notices of a person, oldest first.</summary>
    public async Task<string> ToldAsync(string number) =>
        string.Join(' ', (await House.Get<ReadNotices>().RunAsync(As(number), CancellationToken.None)).Value!.Items.Reverse().Select(n => n.Kind));

    public async Task<string> LastTextAsync(string number) => (await House.Get<ReadNotices>().RunAsync(As(number), CancellationToken.None)).Value!.Items[0].Text;

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private static AuditEntry Audit => new(Instant.FromUtc(2026, 1, 1, 0, 0), "system", "test", "test", "{}");
}
