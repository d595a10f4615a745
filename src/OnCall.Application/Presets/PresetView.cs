using OnCall.Application.Directory;

namespace OnCall.Application.Presets;

/// <summary>A preset as answers show it.</summary>
/// <param name="OrgUnit">Code of its unit; null for the whole hospital.</param>
/// <param name="Urgency"><c>code</c>, <c>urgent</c> or <c>critical-result</c>.</param>
/// <param name="Roles">In their order.</param>
public sealed record PresetView(
    string Code,
    string Name,
    string? OrgUnit,
    string Urgency,
    string? Subject,
    string? Body,
    IReadOnlyList<RoleName> Roles,
    bool AsksWhere,
    bool Active);
