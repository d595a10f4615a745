using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>A person in a list: enough to sort and to decide who may see more.</summary>
public sealed record PersonEntry(PersonId Id, string EmployeeNo, OrgUnitId? OrgUnit);
