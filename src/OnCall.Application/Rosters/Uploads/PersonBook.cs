using OnCall.Application.Rosters.Files;
using OnCall.Domain;
using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>The people that a file may name, and those that it brings along.</summary>
/// <param name="numbered">Those with one of the file's numbers.</param>
/// <param name="mailed">Those with one of the file's addresses.</param>
/// <param name="everybody">All people, where the file has names without numbers or a number that nobody has; otherwise none.</param>
internal sealed class PersonBook(
    IEnumerable<RosterPerson> numbered, IEnumerable<MailedPerson> mailed, IReadOnlyList<RosterPerson> everybody, bool create, IIdSource ids)
{
    private readonly Dictionary<string, RosterPerson> _byNumber = numbered.Concat(everybody)
        .DistinctBy(p => p.Id)
        .ToDictionary(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, RosterPerson> _byMail = mailed.ToLookup(m => m.Address, m => m.Person, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<RosterPerson>> _byName = everybody
        .GroupBy(p => NameForm.Of(p.Name), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Any(p => p.Active) ? g.Where(p => p.Active).ToList() : [.. g], StringComparer.Ordinal);

    private readonly Dictionary<WrittenPerson, PersonMatch> _asked = [];
    private readonly List<NewPerson> _new = [];

    public IReadOnlyList<NewPerson> New => _new;

    public IReadOnlySet<PersonId> Inactive => _byNumber.Values.Where(p => !p.Active).Select(p => p.Id).ToHashSet();

    /// <summary>Letters, digits, dashes, dots and underscores make an employee number.</summary>
    public static bool IsNumber(string text) => char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_');

    /// <summary>Whom that means; nobody when there is no such person and none may be made.</summary>
    public PersonMatch Find(WrittenPerson written)
    {
        if (!_asked.TryGetValue(written, out var match))
        {
            match = Look(written);
            _asked[written] = match;
        }

        return match;
    }

    /// <summary>Who may have been meant, as words for a message; empty when nobody is near.</summary>
    public string Nearest(WrittenPerson written)
    {
        var near = everybody.Where(p => p.Active)
            .Select(p => (Person: p, Nearness: Nearness(written, p)))
            .Where(n => n.Nearness >= Likeness.Near)
            .OrderByDescending(n => n.Nearness).ThenBy(n => n.Person.Name, StringComparer.Ordinal)
            .Take(3)
            .Select(n => $"{n.Person.Name} ({n.Person.EmployeeNo})")
            .ToList();
        return near.Count == 0 ? "" : $" Nearest: {string.Join("; ", near)}.";
    }

    private static double Nearness(WrittenPerson written, RosterPerson person)
    {
        var byNumber = written.EmployeeNo is { } number ? Likeness.Of(number.ToUpperInvariant(), person.EmployeeNo.ToUpperInvariant()) : 0;
        return written.Name is { } name ? Math.Max(byNumber, Likeness.Of(NameForm.Of(name), NameForm.Of(person.Name))) : byNumber;
    }

    private PersonMatch Look(WrittenPerson written)
    {
        var known = Known(written);
        return known.Person is null && known.Several.Count == 0 && create ? PersonMatch.Of(Make(written) is { } made ? [made] : []) : known;
    }

    private PersonMatch Known(WrittenPerson written)
    {
        if (Numbered(written.EmployeeNo) is { } person)
        {
            return PersonMatch.Of([person]);
        }

        // A number of the hospital's own that nobody has is a mistake to correct, not a reason to go by the name.
        if (written.EmployeeNo is not null)
        {
            return PersonMatch.Nobody;
        }

        if (Numbered(written.OtherNo) is { } other)
        {
            return PersonMatch.Of([other]);
        }

        var byMail = written.Mail is { } mail ? _byMail[mail].DistinctBy(p => p.Id).ToList() : [];
        return byMail.Count > 0 || written.Name is not { } name ? PersonMatch.Of(byMail) : PersonMatch.Of(_byName.GetValueOrDefault(NameForm.Of(name), []));
    }

    private RosterPerson? Numbered(string? number) => number is null ? null : _byNumber.GetValueOrDefault(number);

    private RosterPerson? Make(WrittenPerson written)
    {
        var number = written.EmployeeNo ?? written.OtherNo ?? FreeNumber(written.Mail?.Split('@')[0] ?? written.Name ?? "");
        if (number is not { Length: > 0 } || !IsNumber(number))
        {
            return null;
        }

        var person = new RosterPerson(new PersonId(ids.NewId()), number, written.Name ?? number, Active: true, HasContactMethod: false);
        _byNumber[number] = person;
        _byName.TryAdd(NameForm.Of(person.Name), [person]);
        _new.Add(new NewPerson(person.Id, person.EmployeeNo, person.Name));
        return person;
    }

    /// <summary>A number made of a name, for somebody whom a file knows by nothing else.</summary>
    private string FreeNumber(string name)
    {
        var plain = string.Concat((PlainForm.Of(name) ?? name).Trim().Select(c => char.IsLetterOrDigit(c) || c is '_' ? c : '.')).Trim('.', '_');
        for (var n = 1; ; n++)
        {
            var candidate = n == 1 ? plain : $"{plain}-{n}";
            if (!_byNumber.ContainsKey(candidate))
            {
                return candidate;
            }
        }
    }
}
