using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Covers;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Who is told of each step of a swap: the others whom it concerns, never the one who takes it.</summary>
public sealed class SwapNotices(NoticeDraft draft)
{
    /// <param name="swap">As it was before the step.</param>
    /// <param name="to">Where the step leads.</param>
    /// <param name="byName">The name of who takes it; empty for time and the roster.</param>
    public IReadOnlyList<NewNotice> Of(Swap swap, SwapState to, SwapSetting setting, PersonId? by, string byName, Instant now)
    {
        ArgumentNullException.ThrowIfNull(swap);
        ArgumentNullException.ThrowIfNull(setting);
        var schedulers = swap.State == SwapState.Accepted ? setting.Told : [];
        var (kind, told) = to switch
        {
            SwapState.Asked => (NoticeKind.SwapAsked, new[] { setting.Taker, setting.Giver }),
            SwapState.Accepted => (NoticeKind.SwapAccepted, [setting.Giver, .. setting.Told]),
            SwapState.InForce when swap.State == SwapState.Asked => (NoticeKind.SwapAccepted, [setting.Giver]),
            SwapState.InForce => (NoticeKind.SwapApproved, [setting.Giver, setting.Taker]),
            SwapState.Declined => (NoticeKind.SwapDeclined, [setting.Giver]),
            SwapState.Withdrawn => (NoticeKind.SwapWithdrawn, [setting.Taker, .. schedulers]),
            SwapState.Refused => (NoticeKind.SwapRefused, [setting.Giver, setting.Taker]),
            SwapState.Expired => (NoticeKind.SwapExpired, [setting.Giver, setting.Taker, .. schedulers]),
            SwapState.Void => (NoticeKind.SwapVoid, [setting.Giver, setting.Taker, .. schedulers]),
        };
        var facts = new SwapFacts(kind, byName, Place(swap.Give, setting), swap.Take is { } take ? Place(take, setting) : null, to == SwapState.Accepted);
        var until = Instant.Max(swap.Sides.Max(s => s.End), now + Duration.FromHours(1));
        return
        [
            .. told.DistinctBy(p => p.Id).Where(p => p.Id != by && p.Active)
                .Select(p => draft.To(p, $"swap:{swap.Id}", facts, Loudness.Of(swap.FirstStart, now), until)),
        ];
    }

    private static PlaceFact Place(SwapSide side, SwapSetting setting)
    {
        var scope = setting.Scopes[side.Role];
        var (giver, taker) = side.Giver == setting.Giver.Id ? (setting.Giver, setting.Taker) : (setting.Taker, setting.Giver);
        return new PlaceFact(scope.Role.Name, side.Start, side.End, scope.Zone, giver.Name, taker.Name);
    }
}
