using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Shows swaps to the two of them, and to whoever may schedule one of their roles or audits one.</summary>
public sealed class ReadSwaps(ISwaps swaps, SwapSettings settings, SwapWarnings warnings)
{
    private const int Most = 200;
    private const int Looks = 25;

    public async Task<Answer<SwapView>> FindAsync(Caller caller, SwapId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await swaps.FindAsync(id, cancellationToken) is not { } stored)
        {
            return SwapRefusals.Unknown;
        }

        var setting = await settings.OfAsync(stored.Swap, cancellationToken);
        return !setting.MayRead(caller) ? SwapRefusals.Unknown
            : SwapView.Of(stored, setting, SwapRules.IsOpen(stored.Swap.State) ? await warnings.OfAsync(stored.Swap, setting, cancellationToken) : null);
    }

    /// <summary>The latest asked first, at most 200; a scheduler's are looked for among the latest 5,000 of the house.</summary>
    /// <param name="state">As it is written in answers; null for any.</param>
    /// <param name="mine">Only those that the caller gives or takes in.</param>
    public async Task<Answer<ListOf<SwapView>>> ListAsync(Caller caller, string? state, bool mine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        SwapState? wanted = null;
        if (state is not null)
        {
            if (!Enum.TryParse<SwapState>(state, ignoreCase: true, out var named) || !Enum.IsDefined(named) || char.IsAsciiDigit(state[0]))
            {
                return Refusal.Invalid(new InputProblem("state", "asked, accepted, inForce, declined, withdrawn, refused, expired or void.", state));
            }

            wanted = named;
        }

        var seesOthers = caller.Grants.Any(g => g.Permission is Permission.Scheduler or Permission.Admin or Permission.Auditor);
        if (caller.Person is null && (mine || !seesOthers))
        {
            return new ListOf<SwapView>([], null);
        }

        return new ListOf<SwapView>(await ListAsync(caller, wanted, mine || !seesOthers ? caller.Person : null, cancellationToken), null);
    }

    private async Task<IReadOnlyList<SwapView>> ListAsync(Caller caller, SwapState? state, PersonId? person, CancellationToken cancellationToken)
    {
        var shown = new List<SwapView>();
        StoredSwap? last = null;
        for (var look = 0; look < Looks && shown.Count < Most; look++)
        {
            var found = await swaps.ListAsync(state, person, last, Most, cancellationToken);
            var around = await settings.OfAsync([.. found.Select(s => s.Swap)], cancellationToken);
            shown.AddRange(found.Where(s => around[s.Swap.Id].MayRead(caller)).Select(s => SwapView.Of(s, around[s.Swap.Id], null)));
            if (found.Count < Most)
            {
                break;
            }

            last = found[^1];
        }

        return [.. shown.Take(Most)];
    }
}
