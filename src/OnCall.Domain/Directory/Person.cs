using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Directory;

/// <summary>Someone who can be on shift. An inactive person is never paged; their shifts become gaps.</summary>
/// <param name="EmployeeNo">The hospital's own number, as rosters write it.</param>
/// <param name="Language">BCP 47 tag of the language they read, or null for the hospital's.</param>
/// <param name="ContactMethods">In the order the person wants them.</param>
public sealed record Person(
    PersonId Id,
    string EmployeeNo,
    string Name,
    bool Active,
    string? Language,
    OrgUnitId? OrgUnit,
    IReadOnlyList<ContactMethod> ContactMethods)
{
    /// <summary>When they want to be asked by which of them.</summary>
    public IReadOnlyList<NotificationPreference> Preferences { get; init; } = [];

    /// <summary>What they are, in the hospital's own words: <c>consultant</c>, <c>nurse</c>; null when nobody has said.</summary>
    public string? Position { get; init; }

    /// <summary>1 to 99, the higher the more senior; null when nobody has said.</summary>
    public int? Rank { get; init; }
}
