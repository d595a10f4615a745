using NodaTime;
using OnCall.Application.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>What every installation has from its first start on: the desk, and whoever may set up the rest.</summary>
public sealed class SetUp(ISetupStore store, IIdSource ids, IClock clock)
{
    private const string AdministratorNo = "admin";

    /// <param name="bootstrapKey">Becomes an administrator's key when there are no people yet; null adds nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(string? bootstrapKey, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var desk = new Role(new RoleId(ids.NewId()), Role.DeskCode, "Dispatcher desk", [], null, null, null, new Coverage([], null), [], null);
        await store.AddDeskAsync(desk, DirectoryAudit.Entry(now, Caller.System, "role.put", "role:" + desk.Code, new { desk.Name }), cancellationToken);
        if (string.IsNullOrEmpty(bootstrapKey))
        {
            return;
        }

        var person = new Person(new PersonId(ids.NewId()), AdministratorNo, "Administrator", true, null, null, []);
        var key = new NewKey(new ApiKeyId(ids.NewId()), ApiKeySecret.Hash(bootstrapKey), person.Id, null, [], Caller.System.Key, null, now, null);
        var audit = DirectoryAudit.Entry(now, Caller.System, "person.bootstrap", "person:" + person.EmployeeNo, new { key = key.Id.Value });
        await store.AddAdministratorAsync(person, [new Grant(Permission.Admin, null)], key, audit, cancellationToken);
    }
}
