using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>What a swap stands in: its roles, its two people, and who may schedule all of its roles.</summary>
/// <param name="Scopes">Of each of its roles.</param>
/// <param name="Schedulers">The active people who may schedule every role of it, also as administrators.</param>
/// <param name="Told">Those of them who are told that there is something to approve: the nearest.</param>
public sealed record SwapSetting(
    IReadOnlyDictionary<RoleId, RoleScope> Scopes, Person Giver, Person Taker, IReadOnlyList<Person> Schedulers, IReadOnlyList<Person> Told)
{
    public bool WantsApproval => Scopes.Values.Any(s => s.SwapsWantApproval);

    /// <summary>How the caller stands to it.</summary>
    public SwapActor Actor(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new SwapActor(
            caller.Person == Giver.Id, caller.Person == Taker.Id, Scopes.Values.All(s => s.MaySchedule(caller)), Schedulers.All(p => p.Id == Giver.Id || p.Id == Taker.Id));
    }

    /// <summary>The two, and whoever may schedule or audit any of its roles, see it.</summary>
    public bool MayRead(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person == Giver.Id || caller.Person == Taker.Id || Scopes.Values.Any(s => s.MaySchedule(caller) || caller.May(Permission.Auditor, s.UnitAndAbove));
    }
}
