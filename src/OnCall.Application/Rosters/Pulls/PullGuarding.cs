using NodaTime;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>Holds one fetched file against what was taken last and what people have done since.</summary>
/// <param name="isSame">It is the very content that was taken last: what was corrected by hand since stays.</param>
/// <param name="isAccepted">It was held, and somebody has published it.</param>
/// <param name="heldBasis">The roster that the preview of this very file was compared with; null when there is none to keep.</param>
internal sealed class PullGuarding(IReadOnlyCollection<TakenShift>? taken, bool isSame, bool isAccepted, string? heldBasis, Instant now) : IUploadGuard
{
    public PullDoubt Doubt { get; private set; }

    public UploadVerdict Verdict { get; private set; }

    /// <summary>Corrections by hand stand against it.</summary>
    public bool LeavesByHand { get; private set; }

    public string Basis { get; private set; } = "";

    public IReadOnlyCollection<TakenShift> Shifts { get; private set; } = [];

    public UploadVerdict Judge(RosterView view, IReadOnlyList<NewShift> shifts, PublicationPlan plan)
    {
        Shifts = [.. shifts.Select(TakenShift.Of)];
        Basis = RosterBasis.Of(view, plan.Ranges);
        Doubt = PullGuard.Shrinks(isAccepted ? null : taken, shifts, now);
        if (Doubt == PullDoubt.None && !isAccepted)
        {
            Doubt = PullGuard.Undoes(taken, view.Rosters.Values.SelectMany(r => r.Shifts), plan);
        }

        LeavesByHand = Doubt == PullDoubt.UndoesByHand && isSame;
        if (LeavesByHand)
        {
            Doubt = PullDoubt.None;
        }

        Verdict = Doubt != PullDoubt.None ? string.Equals(heldBasis, Basis, StringComparison.Ordinal) ? UploadVerdict.Leave : UploadVerdict.Keep
            : isAccepted || LeavesByHand || plan.IsUnchanged ? UploadVerdict.Leave
            : UploadVerdict.Publish;
        return Verdict;
    }
}
