using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The people that a file may name, and those that it brings along.</summary>
internal sealed class PersonBook(IEnumerable<RosterPerson> stored, bool create, IIdSource ids)
{
    private readonly Dictionary<string, RosterPerson> _byNumber = stored.ToDictionary(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase);
    private readonly List<NewPerson> _new = [];

    public IReadOnlyList<NewPerson> New => _new;

    public IReadOnlySet<PersonId> Inactive => _byNumber.Values.Where(p => !p.Active).Select(p => p.Id).ToHashSet();

    /// <summary>Letters, digits, dashes, dots and underscores make an employee number.</summary>
    public static bool IsNumber(string text) => char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_');

    /// <summary>The person with that number; null when there is none and none may be made.</summary>
    /// <param name="name">For somebody new; the number serves where there is none.</param>
    public RosterPerson? Find(string employeeNo, string? name)
    {
        if (_byNumber.TryGetValue(employeeNo, out var known))
        {
            return known;
        }

        if (!create || !IsNumber(employeeNo))
        {
            return null;
        }

        var person = new RosterPerson(new PersonId(ids.NewId()), employeeNo, name ?? employeeNo, Active: true, HasContactMethod: false);
        _byNumber[employeeNo] = person;
        _new.Add(new NewPerson(person.Id, person.EmployeeNo, person.Name));
        return person;
    }
}
