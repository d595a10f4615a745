using FluentValidation;
using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;

namespace OnCall.Application.Directory;

/// <summary>Makes the first person of an installation: an administrator of the whole hospital, who makes everybody else.</summary>
public sealed class AddFirstAdministrator(ISetupStore store, IIdSource ids, IClock clock)
{
    private static readonly PutPersonValidator Validator = new();

    /// <summary>False as soon as there is anybody: then this is closed for good.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => !await store.HasPeopleAsync(cancellationToken);

    public async Task<Answer<Person>> RunAsync(string employeeNo, string name, CancellationToken cancellationToken)
    {
        if (Validator.Validate(new PutPersonRequest(employeeNo, name)) is { IsValid: false } wrong)
        {
            return wrong.ToRefusal();
        }

        var person = new Person(new PersonId(ids.NewId()), employeeNo, name.Trim(), true, null, null, []);
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), Caller.System, "person.set-up", "person:" + person.EmployeeNo, new { person.Name });
        return await store.AddAdministratorAsync(person, [new Grant(Permission.Staff, null), new Grant(Permission.Admin, null)], null, audit, cancellationToken)
            ? person
            : new Refusal(RefusalKind.Conflict, "set-up-already", "OnCall has been set up", "There are people already. Sign in, or ask an administrator for an invitation.");
    }
}
