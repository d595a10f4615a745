using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access;

/// <summary>Whose keys a caller may make and revoke.</summary>
public sealed class KeyRights(IDirectoryReads directory, IPersonStore people, IOrgUnitStore units)
{
    /// <summary>The person with this number, for whoever may administer them. Who may not learns neither whether there is one.</summary>
    internal async Task<Answer<Person>> PersonAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        var person = await directory.FindPersonAsync(employeeNo, cancellationToken);
        if (person is null ? !caller.May(Permission.Admin) : !await MayForPersonAsync(caller, person.Id, cancellationToken))
        {
            return DirectoryProblems.NotAdministrator();
        }

        return person is null ? DirectoryProblems.NoPerson(employeeNo) : person;
    }

    /// <summary>An administrator of the person's unit, unless the person may more than they.</summary>
    internal async Task<bool> MayForPersonAsync(Caller caller, PersonId person, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var unit = (await directory.PeopleAsync([person], cancellationToken)) is [var found] ? found.OrgUnit : null;
        var grants = (await people.GrantsAsync([person], cancellationToken)).GetValueOrDefault(person, []);
        return AccessRules.MayAdminister(caller, unit, grants, tree);
    }
}
