using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters;

/// <summary>What rosters need to know of a person.</summary>
public sealed record RosterPerson(PersonId Id, string EmployeeNo, string Name, bool Active, bool HasContactMethod);
