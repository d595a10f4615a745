using NodaTime.Text;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>Why a swap is not made, or not moved on.</summary>
internal static class SwapRefusals
{
    public static Refusal Unknown { get; } = new(RefusalKind.NotFound, "unknown-swap", "No such swap", "There is no swap with that id that you may see.");

    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "roster-busy", "The roster keeps changing", "Others were changing rosters at the same moment. Nothing was stored: send it once more.");

    public static Refusal AlreadyAsked { get; } = new(
        RefusalKind.Conflict, "swap-asked-already", "There is an open swap over this shift",
        "Another swap over the same time is still open. Withdraw it, or wait for its answer. GET /api/v1/swaps?mine=true lists yours.");

    public static Refusal NotAcceptedYet { get; } = new(
        RefusalKind.Conflict, "swap-not-accepted", "The colleague has not accepted yet", "A scheduler decides once the colleague has accepted.");

    public static Refusal Decided(StoredSwap stored) => new(
        RefusalKind.Conflict, "swap-decided", "The swap has been decided",
        $"It is {Name(stored.Swap.State)} since {InstantPattern.General.Format(stored.ChangedAt)}, by {stored.ChangedBy}. Nothing was changed.")
    {
        Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["state"] = stored.Swap.State, ["at"] = stored.ChangedAt, ["by"] = stored.ChangedBy },
    };

    public static Refusal Blocked(IReadOnlyList<InputProblem> problems) => new(
        RefusalKind.Conflict, "swap-blocked", "The swap cannot come in force as things stand", string.Join(' ', problems.Select(p => p.Message)));

    public static Refusal NotTheirs(SwapAct act, SwapActor who, SwapSetting setting) => Refusal.Forbidden(act switch
    {
        SwapAct.Accept or SwapAct.Decline => $"Only {setting.Taker.Name} answers this swap.",
        SwapAct.Withdraw => $"Only {setting.Giver.Name} withdraws this swap.",
        SwapAct.Approve or SwapAct.Refuse => who.Schedules
            ? $"Nobody approves a swap of their own while others can: {string.Join(", ", setting.Told.Select(p => p.Name))}."
            : "Only who may schedule every role of the swap approves or refuses it.",
        SwapAct.Expire or SwapAct.Void => "Nobody does this.",
    });

    private static string Name(SwapState state) => state switch
    {
        SwapState.Asked => "asked",
        SwapState.Accepted => "accepted",
        SwapState.InForce => "in force",
        SwapState.Declined => "declined",
        SwapState.Withdrawn => "withdrawn",
        SwapState.Refused => "refused",
        SwapState.Expired => "expired",
        SwapState.Void => "void",
    };
}
