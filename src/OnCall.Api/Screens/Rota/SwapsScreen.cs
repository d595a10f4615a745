using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Rosters.Swaps;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters.Swaps;

namespace OnCall.Api.Screens.Rota;

/// <summary>Swaps: what I am asked for, what I asked for, and what waits for a scheduler.</summary>
internal sealed class SwapsScreen(ReadSwaps read, ActOnSwap act) : Screen
{
    internal const string Path = "/swaps";
    private const int MostClosed = 20;

    /// <summary>Those that wait for somebody, with their warnings.</summary>
    internal IReadOnlyList<SwapView> Open { get; private set; } = [];

    /// <summary>The latest that are decided.</summary>
    internal IReadOnlyList<SwapView> Closed { get; private set; } = [];

    internal bool MaySchedule => Caller.Grants.Any(g => g.Permission is Permission.Scheduler or Permission.Admin);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, SwapAct.Accept, cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, SwapAct.Decline, cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, SwapAct.Withdraw, cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, SwapAct.Approve, cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, SwapAct.Refuse, cancellationToken);

    public override IActionResult OnPost() => LocalRedirect(Path);

    /// <summary>What this person is offered to do. The use case decides again.</summary>
    internal IEnumerable<(string Act, string Words, bool First)> ActsOn(SwapView swap)
    {
        var (giver, taker) = (IsMe(swap.Give.From.EmployeeNo), IsMe(swap.Give.To.EmployeeNo));
        if (taker && swap.State == SwapState.Asked)
        {
            yield return ("accept", T["Accept"], true);
            yield return ("decline", T["Decline"], false);
        }

        if (giver)
        {
            yield return ("withdraw", T["Withdraw"], false);
        }

        if (swap is { State: SwapState.Accepted, WantsApproval: true } && MaySchedule)
        {
            yield return ("approve", T["Approve"], true);
            yield return ("refuse", T["Refuse"], false);
        }
    }

    /// <summary>Who it waits for, or what came of it.</summary>
    internal string StateOf(SwapView swap) => swap.State switch
    {
        SwapState.Asked => T["Waits for {0} to accept.", swap.Give.To.Name],
        SwapState.Accepted => T["Accepted. Waits for a scheduler."],
        SwapState.InForce => T["In force."],
        SwapState.Declined => T["Declined by {0}.", swap.ChangedBy],
        SwapState.Withdrawn => T["Withdrawn by {0}.", swap.ChangedBy],
        SwapState.Refused => T["Refused by {0}.", swap.ChangedBy],
        SwapState.Expired => T["Nobody decided in time."],
        _ => T["The roster changed under it; it was dropped."],
    };

    private bool IsMe(string employeeNo) => string.Equals(Caller.Key, "person:" + employeeNo, StringComparison.Ordinal);

    private async Task<IActionResult> ActAsync(Guid id, SwapAct done, CancellationToken cancellationToken)
    {
        var answer = await act.RunAsync(Caller, new SwapId(id), done, cancellationToken);
        if (answer.Ok)
        {
            return LocalRedirect(Path);
        }

        await FillAsync(cancellationToken);
        return Again(answer.Refusal);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var all = (await read.ListAsync(Caller, state: null, mine: false, cancellationToken)).Value?.Items ?? [];
        var open = new List<SwapView>();
        foreach (var swap in all.Where(s => SwapRules.IsOpen(s.State)).OrderBy(s => s.ExpiresAt))
        {
            open.Add((await read.FindAsync(Caller, new SwapId(swap.Id), cancellationToken)).Value ?? swap);
        }

        (Open, Closed) = (open, [.. all.Where(s => !SwapRules.IsOpen(s.State)).Take(MostClosed)]);
    }
}
