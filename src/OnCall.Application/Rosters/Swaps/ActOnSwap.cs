using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Accepts, declines, withdraws, approves or refuses a swap. Of two at once one wins, and the other is told who and when.</summary>
public sealed class ActOnSwap(ISwaps swaps, SwapSettings settings, SwapWarnings warnings, SwapMover mover, IRosterReads rosters, IClock clock)
{
    private const int Attempts = 5;

    public async Task<Answer<SwapView>> RunAsync(Caller caller, SwapId id, SwapAct act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, id, act, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return SwapRefusals.Busy;
    }

    private async Task<Answer<SwapView>?> TryAsync(Caller caller, SwapId id, SwapAct act, CancellationToken cancellationToken)
    {
        if (await swaps.FindAsync(id, cancellationToken) is not { } stored)
        {
            return SwapRefusals.Unknown;
        }

        var setting = await settings.OfAsync(stored.Swap, cancellationToken);
        if (!setting.MayRead(caller))
        {
            return SwapRefusals.Unknown;
        }

        var actor = setting.Actor(caller);
        var now = MilliTime.Of(clock);
        switch (SwapRules.Decide(stored.Swap.State, act, actor, setting.WantsApproval))
        {
            case SwapOutcome.NotTheirs:
                return SwapRefusals.NotTheirs(act, actor, setting);
            case SwapOutcome.Decided:
                return SwapRefusals.Decided(stored);
            case SwapOutcome.Moved when now >= stored.Swap.ExpiresAt:
                // The look of the minute has not come by yet: what is too late is too late all the same.
                await mover.MoveAsync(Caller.System, stored.Swap, SwapAct.Expire, SwapState.Expired, setting, [], null, now, cancellationToken);
                return null;
            case SwapOutcome.Moved { To: SwapState.InForce or SwapState.Accepted } moved:
                return await CheckedAsync(caller, stored, act, moved.To, setting, now, cancellationToken);
            case SwapOutcome.Moved moved:
                return await mover.MoveAsync(caller, stored.Swap, act, moved.To, setting, [], null, now, cancellationToken)
                    ? await ViewAsync(id, setting, cancellationToken)
                    : null;
            default:
                return SwapRefusals.NotAcceptedYet;
        }
    }

    private async Task<Answer<SwapView>?> CheckedAsync(
        Caller caller, StoredSwap stored, SwapAct act, SwapState to, SwapSetting setting, Instant now, CancellationToken cancellationToken)
    {
        var swap = stored.Swap;
        var (from, until) = SwapCheck.Window(swap);
        var view = await rosters.LoadAsync([.. setting.Scopes.Keys], from, until, cancellationToken);
        if (SwapCheck.Gone(swap, view, now) is not null)
        {
            await mover.MoveAsync(Caller.System, swap, SwapAct.Void, SwapState.Void, setting, [], view.Stamp, now, cancellationToken);
            return null;
        }

        var covers = mover.Covers(swap, now);
        if (SwapCheck.Problems(swap, setting, view, covers) is { Count: > 0 } problems)
        {
            return SwapRefusals.Blocked(problems);
        }

        return await mover.MoveAsync(caller, swap, act, to, setting, to == SwapState.InForce ? covers : [], view.Stamp, now, cancellationToken)
            ? await ViewAsync(swap.Id, setting, cancellationToken)
            : null;
    }

    private async Task<Answer<SwapView>> ViewAsync(SwapId id, SwapSetting setting, CancellationToken cancellationToken)
    {
        var stored = (await swaps.FindAsync(id, cancellationToken))!;
        var open = SwapRules.IsOpen(stored.Swap.State);
        return SwapView.Of(stored, setting, open ? await warnings.OfAsync(stored.Swap, setting, cancellationToken) : null);
    }
}
