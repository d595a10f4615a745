namespace OnCall.Application.Directory;

/// <summary>A role as answers show it.</summary>
public sealed record RoleView(
    string Code,
    string Name,
    IReadOnlyList<string> Aliases,
    string? OrgUnit,
    string? Policy,
    string? FallbackRole,
    CoverageBody Coverage,
    IReadOnlyList<ContactMethodView> ContactMethods,
    string? TimeZone,
    DemandBody? Demand);
