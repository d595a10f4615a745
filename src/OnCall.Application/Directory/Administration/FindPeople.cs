using System.Globalization;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Directory.Administration;

/// <summary>Finds people for administrators, active or not: only those whom they administer.</summary>
public sealed class FindPeople(IDirectoryReads directory, IPersonStore people, IOrgUnitStore units)
{
    private const int Most = 100;
    private const int Batch = 1000;
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreWidth | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreKanaType;

    /// <param name="caller">Who asks.</param>
    /// <param name="text">Part of a name or an employee number, case, width and accents aside; null or empty for all.</param>
    /// <param name="unit">Code of the unit whose people are wanted, without those below; null or empty for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<FoundPeople>> RunAsync(Caller caller, string? text, string? unit, CancellationToken cancellationToken)
    {
        if (!AdministratorAccess.IsFor(caller))
        {
            return DirectoryProblems.NotAdministrator();
        }

        var tree = await units.TreeAsync(cancellationToken);
        var asked = string.IsNullOrWhiteSpace(unit) ? null : tree.Find(unit.Trim());
        var visible = (await people.EntriesAsync(cancellationToken))
            .Where(p => caller.May(Permission.Admin, tree.Above(p.OrgUnit)) && (string.IsNullOrWhiteSpace(unit) || (asked is not null && p.OrgUnit == asked.Id)))
            .OrderBy(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var (found, more) = string.IsNullOrWhiteSpace(text)
            ? (await directory.PeopleAsync([.. visible.Take(Most).Select(p => p.Id)], cancellationToken), Math.Max(0, visible.Count - Most))
            : await SearchAsync(visible, text.Trim(), cancellationToken);
        var grants = await people.GrantsAsync([.. found.Select(p => p.Id)], cancellationToken);
        return new FoundPeople(
            [.. found.OrderBy(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase).Select(p => PersonView.Of(p, grants.GetValueOrDefault(p.Id, []), tree))], more);
    }

    // Names are not in the entries: all are read, a part at a time. Administrators search now and then, nobody else here.
    private async Task<(IReadOnlyList<Person> Found, int More)> SearchAsync(List<PersonEntry> visible, string text, CancellationToken cancellationToken)
    {
        var found = new List<Person>();
        foreach (var batch in visible.Chunk(Batch))
        {
            found.AddRange((await directory.PeopleAsync([.. batch.Select(p => p.Id)], cancellationToken)).Where(p => Has(p.Name, text) || Has(p.EmployeeNo, text)));
        }

        return ([.. found.OrderBy(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase).Take(Most)], Math.Max(0, found.Count - Most));
    }

    private static bool Has(string name, string text) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, text, Loosely) >= 0;
}
