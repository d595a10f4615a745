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
        var numbers = reading.Drafts.Select(d => d.EmployeeNo).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var personBook = new PersonBook(await people.ByEmployeeNoAsync(numbers, cancellationToken), createMissing, ids);
        var shifts = new RowMatcher(reading, roleBook, personBook, clock).Match();
        var named = shifts.Select(s => s.Shift.Role).ToHashSet();
        var found = await scopes.OfAsync([.. stored.Where(r => named.Contains(r.Id))], cancellationToken);
        return new MatchedRoster(reading, shifts, roleBook, personBook, found);
    }
}
