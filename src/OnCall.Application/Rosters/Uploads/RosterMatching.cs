using OnCall.Application.Directory;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Looks up the roles and people of a file in the directory.</summary>
public sealed class RosterMatching(IDirectoryReads directory, IRosterPeople people, RoleScopes scopes, IIdSource ids)
{
    internal async Task<MatchedRoster> MatchAsync(RosterReading reading, RosterClock clock, bool createMissing, CancellationToken cancellationToken)
    {
        var stored = await directory.AllRolesAsync(cancellationToken);
        var roleBook = new RoleBook(stored, createMissing, ids);
        var personBook = await PeopleAsync(reading.Drafts.Select(d => d.Person).ToHashSet(), createMissing, cancellationToken);
        var shifts = new RowMatcher(reading, roleBook, personBook, clock).Match();
        var named = shifts.Select(s => s.Shift.Role).ToHashSet();
        var found = await scopes.OfAsync([.. stored.Where(r => named.Contains(r.Id))], cancellationToken);
        return new MatchedRoster(reading, shifts, roleBook, personBook, found);
    }
    private async Task<PersonBook> PeopleAsync(HashSet<WrittenPerson> written, bool createMissing, CancellationToken cancellationToken)
    {
        var numbers = written.SelectMany(w => new[] { w.EmployeeNo, w.OtherNo }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var numbered = await people.ByEmployeeNoAsync(numbers, cancellationToken);
        var addresses = written.Select(w => w.Mail).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var mailed = await people.ByMailAsync(addresses, cancellationToken);

        // Names are compared in a form that no index has; a number that nobody has wants its nearest told.
        var known = numbered.Select(p => p.EmployeeNo).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var byName = written.Any(w => w.EmployeeNo is not { } number || (!createMissing && !known.Contains(number)));
        return new PersonBook(numbered, mailed, byName ? await people.AllAsync(cancellationToken) : [], createMissing, ids);
    }
}
