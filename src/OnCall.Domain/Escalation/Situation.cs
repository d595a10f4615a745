using OnCall.Domain.Directory;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;

namespace OnCall.Domain.Escalation;

/// <summary>
/// All that the rules may know of the hospital at one instant, read from the database in one go:
/// the rosters of every role that the page may touch (its own, its steps', the fallbacks, the desk), and everyone on them.
/// </summary>
/// <param name="Desk">Who is at the desk: those on shift there, else all dispatchers, else administrators.</param>
public sealed record Situation(
    IReadOnlyDictionary<RoleId, Role> Roles,
    IReadOnlyDictionary<RoleId, Resolution> Rosters,
    IReadOnlyDictionary<PersonId, PersonSituation> People,
    IReadOnlyList<PersonId> Desk)
{
    /// <summary>The role's name for the trail.</summary>
    public string NameOf(RoleId role) => Roles.TryGetValue(role, out var found) ? found.Name : "a role that no longer exists";

    /// <summary>The person's name for the trail.</summary>
    public string NameOf(PersonId person) => People.TryGetValue(person, out var found) ? found.Person.Name : "somebody";

    /// <summary>Active, so that they may be paged at all.</summary>
    public bool MayPage(PersonId person) => People.TryGetValue(person, out var found) && found.Person.Active;

    public bool CanReach(PersonId person, Urgency urgency) => MayPage(person) && People[person].IsReachable(urgency);

    /// <summary>The role has a device of its own, handed from shift to shift.</summary>
    public bool HasDevice(RoleId role) => Roles.TryGetValue(role, out var found) && found.ContactMethods.Count > 0;

    public IReadOnlyList<OnShift> On(RoleId role, int tier) =>
        Rosters.TryGetValue(role, out var resolution) ? resolution.OnTier(tier).ToList() : [];
}
