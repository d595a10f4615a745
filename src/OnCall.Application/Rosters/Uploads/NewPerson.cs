using OnCall.Domain.Directory;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A person that an upload brings along.</summary>
public sealed record NewPerson(PersonId Id, string EmployeeNo, string Name);
