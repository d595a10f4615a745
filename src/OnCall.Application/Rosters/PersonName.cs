namespace OnCall.Application.Rosters;

/// <summary>A person as rosters name them.</summary>
public sealed record PersonName(string EmployeeNo, string Name)
{
    public static PersonName Of(RosterPerson? person) => new(person?.EmployeeNo ?? "", person?.Name ?? "");
}
