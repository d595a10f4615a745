using NodaTime;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>A swap as it stands.</summary>
/// <param name="Take">Null when the shift is given away.</param>
/// <param name="ChangedAt">When it came to this state, and by whom.</param>
/// <param name="ExpiresAt">When it must be in force at the latest.</param>
/// <param name="WantsApproval">A scheduler must approve before it is in force.</param>
/// <param name="Warnings">What the two and the scheduler should know; null in lists, and once it is closed.</param>
/// <param name="Covers">The covers that put it in force and were not removed.</param>
public sealed record SwapView(
    Guid Id,
    SwapState State,
    SwapSideView Give,
    SwapSideView? Take,
    string Reason,
    Instant AskedAt,
    string AskedBy,
    Instant ChangedAt,
    string ChangedBy,
    Instant ExpiresAt,
    bool WantsApproval,
    IReadOnlyList<SwapWarning>? Warnings,
    IReadOnlyList<Guid> Covers)
{
    internal static SwapView Of(StoredSwap stored, SwapSetting setting, IReadOnlyList<SwapWarning>? warnings)
    {
        var swap = stored.Swap;
        return new SwapView(
            swap.Id.Value, swap.State, Side(swap.Give), swap.Take is { } take ? Side(take) : null, swap.Reason, stored.AskedAt, stored.AskedBy, stored.ChangedAt,
            stored.ChangedBy, swap.ExpiresAt, setting.WantsApproval, warnings, [.. stored.Covers.Select(c => c.Value)]);

        SwapSideView Side(SwapSide side) => new(
            new(setting.Scopes[side.Role].Role.Code, setting.Scopes[side.Role].Role.Name), side.Tier, side.Start, side.End, Name(side.Giver), Name(side.Taker));

        PersonName Name(Domain.Directory.PersonId id) =>
            id == setting.Giver.Id ? new(setting.Giver.EmployeeNo, setting.Giver.Name) : new(setting.Taker.EmployeeNo, setting.Taker.Name);
    }
}
