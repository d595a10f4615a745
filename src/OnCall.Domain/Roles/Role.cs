using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Roles;

/// <summary>An address that can be paged: "Cardiology – duty physician".</summary>
/// <param name="Code">A slug that may hold slashes: <c>cardiology/duty-physician</c>.</param>
/// <param name="FallbackRole">Who answers when nobody on this role can be reached.</param>
/// <param name="ContactMethods">The role's own devices, handed from shift to shift.</param>
/// <param name="TimeZone">IANA zone; null takes the unit's.</param>
public sealed record Role(
    RoleId Id,
    string Code,
    string Name,
    IReadOnlyList<string> Aliases,
    OrgUnitId? OrgUnit,
    PolicyId? Policy,
    RoleId? FallbackRole,
    Coverage Coverage,
    IReadOnlyList<ContactMethod> ContactMethods,
    string? TimeZone)
{
    /// <summary>What it asks of whoever is put on it.</summary>
    public RoleDemand Demand { get; init; } = RoleDemand.None;

    /// <summary>The code of the built-in role of the dispatcher desk.</summary>
    public const string DeskCode = "desk";

    /// <summary>The code of the built-in role that OnCall pages to test itself. It has no address.</summary>
    public const string SelfTestCode = "oncall/self-test";
}
