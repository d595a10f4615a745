using OnCall.Domain.Roles;

namespace OnCall.Domain.Retention;

/// <summary>How long a class is kept in a unit and below it.</summary>
/// <param name="OrgUnit">Null for the whole hospital.</param>
/// <param name="Days">Of 24 hours, from the end of the thing; null keeps it for ever, whatever is said above.</param>
public sealed record RetentionRule(RetentionClass Class, OrgUnitId? OrgUnit, int? Days);
