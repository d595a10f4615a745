using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters;

/// <summary>A role's roster in the making: people by letter, hours of one day in UTC.</summary>
internal sealed class Ward
{
    public static readonly Instant Midnight = Instant.FromUtc(2026, 10, 12, 0, 0);
    public static readonly RoleId Role = new(new Guid("00000000-0000-0000-0000-0000000000aa"));

    private readonly List<Shift> _shifts = [];
    private readonly List<Cover> _covers = [];
    private readonly HashSet<PersonId> _inactive = [];
    private int _made;

    public RoleRoster Roster => new(Role, _shifts, _covers, _inactive);

    public IReadOnlyList<Shift> Shifts => _shifts;

    public static PersonId Person(char letter) => new(new Guid(letter, 0, 0, new byte[8]));

    public static Instant Hour(double hour) => Midnight + Duration.FromHours(hour);

    public static NewShift Draft(char person, double from, double to, int tier = 1, string? label = null) =>
        new(Role, Person(person), tier, Hour(from), Hour(to), label);

    public Ward On(char person, double from, double to, int tier = 1, string? label = null)
    {
        _shifts.Add(new Shift(new ShiftId(NewId()), Role, Person(person), tier, Hour(from), Hour(to), label));
        return this;
    }

    public Ward Cover(char person, char? instead, double from, double to, int tier = 1)
    {
        PersonId? gone = instead is { } letter ? Person(letter) : null;
        _covers.Add(new Cover(new CoverId(NewId()), Role, Person(person), gone, tier, Hour(from), Hour(to), "ill", Midnight + Duration.FromMinutes(_made)));
        return this;
    }

    public Ward Inactive(char person)
    {
        _inactive.Add(Person(person));
        return this;
    }

    public Resolution At(double hour) => RosterResolver.Resolve(Roster, Hour(hour));

    /// <summary>Who is on: <c>A1 B2</c> is A on tier 1 and B on tier 2.</summary>
    public string Who(double hour) => Names(At(hour).Responders);

    public static string Names(IEnumerable<OnShift> responders) =>
        string.Join(' ', responders.Select(r => $"{Letter(r.Person)}{r.Tier}"));

    public static char Letter(PersonId person) => (char)BitConverter.ToInt32(person.Value.ToByteArray());

    private Guid NewId() => new(++_made, 1, 0, new byte[8]);
}
