using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Shows people's records: to themselves, and to those who work with the people of their unit.</summary>
public sealed class ReadPeople(IDirectoryReads directory, IPersonStore people, IOrgUnitStore units)
{
    public async Task<Answer<PersonView>> FindAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var person = await directory.FindPersonAsync(employeeNo, cancellationToken);

        // Whoever may not see a person does not learn either whether there is one.
        if (person is null ? !SeesEveryone(caller) : !AccessRules.MaySeePerson(caller, person.Id, tree.Above(person.OrgUnit)))
        {
            return DirectoryProblems.CannotSee();
        }

        return person is null
            ? DirectoryProblems.NoPerson(employeeNo)
            : (await ViewsAsync([person], tree, cancellationToken))[0];
    }

    public async Task<Answer<ListOf<PersonView>>> ListAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        var tree = await units.TreeAsync(cancellationToken);
        var visible = (await people.EntriesAsync(cancellationToken)).Where(p => AccessRules.MaySeePerson(caller, p.Id, tree.Above(p.OrgUnit)));
        var part = ListPart.Of(visible, p => p.EmployeeNo, request);
        if (!part.Ok)
        {
            return part.Refusal;
        }

        var found = await directory.PeopleAsync([.. part.Value.Items.Select(p => p.Id)], cancellationToken);
        return new ListOf<PersonView>(
            await ViewsAsync([.. found.OrderBy(p => p.EmployeeNo, StringComparer.OrdinalIgnoreCase)], tree, cancellationToken), part.Value.Next);
    }

    private static bool SeesEveryone(Caller caller) => AccessRules.MaySeePerson(caller, default, []);

    private async Task<IReadOnlyList<PersonView>> ViewsAsync(IReadOnlyList<Person> found, OrgTree tree, CancellationToken cancellationToken)
    {
        var grants = await people.GrantsAsync([.. found.Select(p => p.Id)], cancellationToken);
        return [.. found.Select(p => PersonView.Of(p, grants.GetValueOrDefault(p.Id, []), tree))];
    }
}
