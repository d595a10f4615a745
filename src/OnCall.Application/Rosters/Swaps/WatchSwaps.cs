using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>
/// Lets swaps expire whose time is up, and voids those under which the roster has changed. Any node may: the guarded write decides. While
/// nothing is due it costs two reads that an index answers.
/// </summary>
public sealed class WatchSwaps(ISwaps swaps, SwapSettings settings, SwapMover mover, IRosterReads rosters, IClock clock)
{
    /// <summary>Answers how many it closed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = MilliTime.Of(clock);
        var stamp = await rosters.StampAsync(cancellationToken);
        var closed = 0;
        foreach (var stored in await swaps.DueAsync(now, stamp, cancellationToken))
        {
            closed += await LookAsync(stored.Swap, now, cancellationToken) ? 1 : 0;
        }

        return closed;
    }

    private async Task<bool> LookAsync(Swap swap, Instant now, CancellationToken cancellationToken)
    {
        var setting = await settings.OfAsync(swap, cancellationToken);
        if (now >= swap.ExpiresAt)
        {
            return await mover.MoveAsync(Caller.System, swap, SwapAct.Expire, SwapState.Expired, setting, [], null, now, cancellationToken);
        }

        var (from, until) = SwapCheck.Window(swap);
        var view = await rosters.LoadAsync([.. setting.Scopes.Keys], from, until, cancellationToken);
        if (SwapCheck.Gone(swap, view, now) is not null)
        {
            return await mover.MoveAsync(Caller.System, swap, SwapAct.Void, SwapState.Void, setting, [], view.Stamp, now, cancellationToken);
        }

        await swaps.SeenAsync(swap.Id, view.Stamp, cancellationToken);
        return false;
    }
}
