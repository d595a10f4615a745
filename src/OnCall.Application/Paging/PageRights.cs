using OnCall.Domain.Access;
using OnCall.Domain.Escalation;

namespace OnCall.Application.Paging;

/// <summary>
/// What a caller can do with a page as it stands, so that a screen offers nothing that would be refused. The use cases decide again.
/// </summary>
/// <param name="Answer">The page asks them: acknowledge or decline.</param>
/// <param name="HasIt">They acknowledged it.</param>
/// <param name="GiveBack">They have it, and may pass it on after all.</param>
/// <param name="StillAtIt">They have it and may say so again, since an outcome is wanted in time.</param>
/// <param name="PassOn">Re-route it to another role.</param>
/// <param name="Steer">A dispatcher takes it over.</param>
/// <param name="CallIn">A dispatcher acknowledges for somebody who called in.</param>
/// <param name="Write">A message in its thread: whoever only reads does not.</param>
public sealed record PageRights(bool Answer, bool HasIt, bool GiveBack, bool StillAtIt, bool Escalate, bool Cancel, bool PassOn, bool Resolve, bool Steer, bool CallIn, bool Write)
{
    public static PageRights Of(Caller caller, PageRecord record, bool isDispatcher)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(record);
        var escalation = record.Escalation;
        var open = escalation.IsOpen;
        var closed = escalation.Phase is EscalationPhase.Resolved or EscalationPhase.Cancelled;
        var sender = PageAccess.IsSender(caller, record);
        var responder = caller.Person is { } person ? escalation.Responders.FirstOrDefault(r => r.Person == person) : null;
        var hasIt = caller.Person is { } self && escalation.Acknowledgements.Any(a => a.Person == self);
        return new PageRights(
            Answer: (open || escalation.IsOverdue) && !hasIt && responder is { Standing: Standing.Notified },
            HasIt: hasIt,
            GiveBack: hasIt && !closed,
            StillAtIt: hasIt && !closed && !open && escalation.OutcomeWithin is not null,
            Escalate: (open || escalation.IsOverdue) && (sender || responder is not null || isDispatcher),
            Cancel: !closed && (sender || isDispatcher),
            PassOn: !closed && (responder is { MayAnswer: true } || isDispatcher),
            Resolve: !closed && (isDispatcher || (hasIt && !open)),
            Steer: open && isDispatcher,
            CallIn: (open || escalation.IsOverdue) && isDispatcher,
            Write: sender || responder is not null || isDispatcher);
    }
}
