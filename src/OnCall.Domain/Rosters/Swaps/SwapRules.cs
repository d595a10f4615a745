namespace OnCall.Domain.Rosters.Swaps;

/// <summary>
/// The life of a swap: asked → accepted (where a scheduler must approve) → in force; or declined, withdrawn, refused, expired, void.
/// </summary>
public static class SwapRules
{
    /// <param name="wantsApproval">A scheduler must approve before it is in force.</param>
    public static SwapOutcome Decide(SwapState state, SwapAct act, SwapActor who, bool wantsApproval)
    {
        ArgumentNullException.ThrowIfNull(who);

        // Who it is comes first: a stranger is not told how far it has come.
        return !IsTheirs(act, who) ? new SwapOutcome.NotTheirs()
            : !IsOpen(state) ? new SwapOutcome.Decided()
            : state == SwapState.Asked ? OfAsked(act, wantsApproval)
            : OfAccepted(act);
    }

    /// <summary>Somebody still has to say something.</summary>
    public static bool IsOpen(SwapState state) => state is SwapState.Asked or SwapState.Accepted;

    private static bool IsTheirs(SwapAct act, SwapActor who) => act switch
    {
        SwapAct.Accept or SwapAct.Decline => who.Takes,
        SwapAct.Withdraw => who.Gives,
        SwapAct.Approve or SwapAct.Refuse => who.Approves,
        SwapAct.Expire or SwapAct.Void => who == SwapActor.System,
    };

    private static SwapOutcome OfAsked(SwapAct act, bool wantsApproval) => act switch
    {
        SwapAct.Accept => new SwapOutcome.Moved(wantsApproval ? SwapState.Accepted : SwapState.InForce),
        SwapAct.Decline => new SwapOutcome.Moved(SwapState.Declined),
        SwapAct.Withdraw => new SwapOutcome.Moved(SwapState.Withdrawn),
        SwapAct.Approve or SwapAct.Refuse => new SwapOutcome.NotAcceptedYet(),
        SwapAct.Expire => new SwapOutcome.Moved(SwapState.Expired),
        SwapAct.Void => new SwapOutcome.Moved(SwapState.Void),
    };

    private static SwapOutcome OfAccepted(SwapAct act) => act switch
    {
        SwapAct.Accept or SwapAct.Decline => new SwapOutcome.Decided(),
        SwapAct.Withdraw => new SwapOutcome.Moved(SwapState.Withdrawn),
        SwapAct.Approve => new SwapOutcome.Moved(SwapState.InForce),
        SwapAct.Refuse => new SwapOutcome.Moved(SwapState.Refused),
        SwapAct.Expire => new SwapOutcome.Moved(SwapState.Expired),
        SwapAct.Void => new SwapOutcome.Moved(SwapState.Void),
    };
}
