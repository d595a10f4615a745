using OnCall.Domain.Paging;
using OnCall.Domain.Roles;

namespace OnCall.Domain.Presets;

/// <summary>
/// Roles that are paged together with one press: a code team. Each gets a page of its own, so that one role's page neither waits for nor
/// ends with another's. Nothing of it leaves the building, as with any page's subject and body.
/// </summary>
/// <param name="Code">For good; unlike any other's, whatever the case.</param>
/// <param name="OrgUnit">Whose administrators change it; null for the whole hospital.</param>
/// <param name="Subject">Stands after its name in the subject of each page; null for none.</param>
/// <param name="Body">Of each page; null for none.</param>
/// <param name="Roles">1 to <see cref="MostRoles"/>, each once, in the order in which they are shown.</param>
/// <param name="AsksWhere">Whoever sets it off must say where.</param>
/// <param name="Active">Only an active one can be set off.</param>
public sealed record Preset(
    PresetId Id,
    string Code,
    string Name,
    OrgUnitId? OrgUnit,
    Urgency Urgency,
    string? Subject,
    string? Body,
    IReadOnlyList<RoleId> Roles,
    bool AsksWhere,
    bool Active)
{
    public const int MostRoles = 20;

    // Together with what stands between them they fill the 200 characters of a page's subject, so that nothing is ever cut off.
    public const int LongestName = 60;
    public const int LongestWhere = 60;
    public const int LongestSubject = 75;

    /// <summary>The subject of each of its pages: where, its name, and what it says besides. At most 200 characters.</summary>
    /// <param name="where">As it was typed; null or empty where nothing was.</param>
    public string SubjectAt(string? where) =>
        (string.IsNullOrWhiteSpace(where) ? "" : where.Trim() + " – ") + Name + (Subject is null ? "" : ": " + Subject);
}
