using OnCall.Application.Access;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Writes what an installation begins with. Several nodes may begin at once: what is there already stays.</summary>
public interface ISetupStore
{
    /// <summary>Adds the desk unless the directory has it.</summary>
    /// <returns>True when this call added it.</returns>
    Task<bool> AddDeskAsync(Role desk, AuditEntry audit, CancellationToken cancellationToken);

    /// <summary>Whether the directory has anybody but the self-test's person.</summary>
    Task<bool> HasPeopleAsync(CancellationToken cancellationToken);

    /// <summary>Adds the first administrator, with a key where there is one, unless there are people.</summary>
    /// <returns>True when this call added them.</returns>
    Task<bool> AddAdministratorAsync(Person person, IReadOnlyList<Grant> grants, NewKey? key, AuditEntry audit, CancellationToken cancellationToken);
}
