using NodaTime;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Writes one step of a swap, with its covers, notices and audit.</summary>
public sealed class SwapMover(ISwaps swaps, SwapNotices telling, RosterSignal signal, IIdSource ids)
{
    /// <summary>The covers that would put it in force now.</summary>
    public IReadOnlyList<Cover> Covers(Swap swap, Instant now)
    {
        ArgumentNullException.ThrowIfNull(swap);
        var reason = swap.Reason.Length == 0 ? "swap" : $"swap: {swap.Reason}";
        return [.. swap.Sides.Select(s => s.From(now).ToCover(new CoverId(ids.NewId()), reason, now))];
    }

    /// <param name="covers">Those of <see cref="Covers"/> where it comes in force, else none.</param>
    /// <param name="stamp">The roster that this was decided on; null where it does not matter.</param>
    /// <returns>False when somebody was quicker.</returns>
    public async Task<bool> MoveAsync(
        Caller caller, Swap swap, SwapAct act, SwapState to, SwapSetting setting, IReadOnlyList<Cover> covers, long? stamp, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(swap);
        ArgumentNullException.ThrowIfNull(setting);
        var isSystem = act is SwapAct.Expire or SwapAct.Void;
        var own = act is SwapAct.Approve or SwapAct.Refuse && setting.Actor(caller).ApprovesOwn;
        var move = new SwapMove(
            swap, to, now, caller.Name, covers, stamp,
            [SwapAudit.Move(caller.Key, now, swap, act, to, own), .. covers.Select(c => CoverAudit.Add(caller, now, c))],
            telling.Of(swap, to, setting, caller.Person, isSystem ? "" : caller.Name, now));
        if (!await swaps.MoveAsync(move, cancellationToken))
        {
            return false;
        }

        if (covers.Count > 0)
        {
            signal.Announce();
        }

        return true;
    }
}
