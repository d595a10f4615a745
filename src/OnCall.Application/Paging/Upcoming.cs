using NodaTime;
using OnCall.Domain.Escalation;

namespace OnCall.Application.Paging;

/// <summary>What a page does next by itself, for people who watch it.</summary>
public sealed record Upcoming(UpcomingKind Kind, Instant At)
{
    /// <summary>The earliest thing that is due; null when nothing is.</summary>
    public static Upcoming? Of(Escalation escalation)
    {
        ArgumentNullException.ThrowIfNull(escalation);
        // In the order of the kinds: when two fall on one instant, the step is what people want to know.
        (UpcomingKind Kind, Instant? At)[] due =
        [
            (UpcomingKind.NextStep, escalation.StepDueAt),
            (UpcomingKind.TakeOverEnds, escalation.TakenOverUntil),
            (UpcomingKind.DeskReached, escalation is { IsOpen: true, AtDesk: false } ? escalation.DeskDueAt : null),
            (UpcomingKind.DeskRings, escalation.DeskRepeatAt),
            (UpcomingKind.OutcomeDue, escalation.OutcomeDueAt),
            (UpcomingKind.GoesOn, escalation.GoesOnAt),
        ];
        return due.Where(d => d.At is not null).Select(d => new Upcoming(d.Kind, d.At!.Value)).MinBy(d => d.At);
    }
}
