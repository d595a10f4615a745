using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Rotations;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;

namespace OnCall.Application.Tests.Rosters.Rotations;

/// <summary>What is asked of rotations: Ada, Bram and Chiyo take turns on ward 3 from Monday 12 October 2026, 08:00 in Brussels.</summary>
internal static class Taking
{
    public const string Code = "ward-weeks";
    public const string Ward = "Ward 3 – Nurse";

    public static readonly PutRotationRequest Weeks = new(Code, Ward, ["A1", "B2", "C3"], "week", "08:00", "2026-10-12", HorizonDays: 22, Label: "Week");

    public static async Task<House> WardAsync()
    {
        var house = await House.OpenAsync();
        await house.WardAsync();
        return house;
    }

    /// <summary>The same with the weeks in force.</summary>
    public static async Task<House> RotatingAsync(PutRotationRequest? request = null)
    {
        var house = await WardAsync();
        var answer = await house.PutAsync(request ?? Weeks);
        return answer.Ok ? house : throw new InvalidOperationException(answer.Refusal.Detail);
    }

    public static Task<Answer<RotationOutcome>> PutAsync(this House house, PutRotationRequest request, bool preview = false, Caller? caller = null) =>
        house.Get<PutRotation>().RunAsync(caller ?? House.Scheduler, request, preview, CancellationToken.None);

    public static Task<int> ExtendAsync(this House house) => house.Get<ExtendRotations>().RunAsync(CancellationToken.None);

    public static async Task<StoredRotation> StoredAsync(this House house) => (await house.Get<IRotations>().FindAsync(Code, CancellationToken.None))!;

    public static async Task<bool> EndAsync(this House house, bool atOnce = false) =>
        (await house.Get<EndRotation>().RunAsync(House.Scheduler, Code, atOnce, CancellationToken.None)).Ok;

    /// <summary>Every shift in force of the ward: <c>A1/1 12 Oct 08:00-19 Oct 08:00</c>, by the ward's wall clock.</summary>
    public static async Task<IReadOnlyList<string>> RosterAsync(this House house, string role = "ward-3/nurse")
    {
        var found = (await house.Get<IDirectoryReads>().FindRoleAsync(role, CancellationToken.None))!;
        var view = await house.Get<IRosterReads>().LoadAsync([found.Id], Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0), CancellationToken.None);
        var names = await house.Get<IRosterPeople>().ByIdAsync([.. view.Of(found.Id).Shifts.Select(s => s.Person)], CancellationToken.None);
        return [.. view.Of(found.Id).Shifts.OrderBy(s => s.Start).ThenBy(s => s.Tier).Select(s => $"{names[s.Person].EmployeeNo}/{s.Tier} {Text(s.Start)}-{Text(s.End)}")];
    }

    public static Task SetActiveAsync(this House house, string number, bool active) => house.ChangeAsync(number, p => p with { Active = active });

    public static async Task ChangeAsync(this House house, string number, Func<Person, Person> change)
    {
        var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
        var audit = new AuditEntry(house.Clock.Now, "system", "test", "test", "{}");
        await house.Get<IPersonStore>().SaveAsync(change(person), [], isNew: false, audit, CancellationToken.None);
    }

    public static IEnumerable<string> Codes(this RotationOutcome outcome) => outcome.Problems.Where(p => p.Code != "no-contact-method").Select(p => p.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static IEnumerable<RosterProblem> Of(this RotationOutcome outcome, string code) => outcome.Problems.Where(p => p.Code == code);

    private static string Text(Instant at) => at.InZone(DateTimeZoneProviders.Tzdb[House.Brussels]).ToString("d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
