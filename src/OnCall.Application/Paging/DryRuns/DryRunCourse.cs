using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging.DryRuns;

/// <summary>Gathers what decisions would have written, as lines that people read.</summary>
internal sealed class DryRunCourse(Urgency urgency)
{
    private readonly List<(DryRunLine Line, PersonId? Person, string? Address)> _lines = [];

    /// <summary>Each at its own time; of one instant, what is said of it stands before who is asked.</summary>
    internal IReadOnlyList<DryRunLine> Lines => [.. _lines.OrderBy(l => l.Line.At).ThenBy(l => l.Line.Channel is not null).Select(l => l.Line)];

    internal int Count => _lines.Count;

    internal void Add(PageChange change, HospitalNow hospital)
    {
        // What was planned for those whose part has ended is withdrawn.
        _lines.RemoveAll(l => l.Line.At > change.Now && l.Line.Channel is not null && change.Silenced.Any(s => s is null || s == l.Person));
        _lines.AddRange(change.Events.Where(IsTold).Select(e => (new DryRunLine(change.Now, KebabCase.Of(e.Kind.ToString()), e.Who, null, e.Detail), e.Person, (string?)null)));
        _lines.AddRange(change.Notifications.Where(n => n.Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat && IsNoticed(n, hospital))
            .Where(n => n.Purpose == NotificationPurpose.Page || n.Answer is not null || !IsSaidAnyway(n, change.Now)).Select(n => (
            new DryRunLine(
                n.DueAt, n.Purpose == NotificationPurpose.Page ? "asked" : "asked-again", n.Person is { } person ? hospital.Situation.NameOf(person) : null, n.Method.Kind, ""),
            n.Person, (string?)n.Method.Address)).ToList());
    }

    // As the store does: a repeat says nothing where the same is still to be said, or the telephone rings.
    private bool IsSaidAnyway(NewNotification repeat, Instant now) => _lines.Any(l =>
        l.Person == repeat.Person && l.Line.Channel == repeat.Method.Kind && l.Address == repeat.Method.Address
        && (l.Line.At >= now || (repeat.Method.Kind == ContactMethodKind.Voice && l.Line.At > now - PageChange.LongestCall)));

    private static bool IsTold(PageEvent line) => line.Kind is
        PageEventKind.StepStarted or PageEventKind.StepSkipped or PageEventKind.Uncovered or PageEventKind.Unreachable or PageEventKind.FallbackRole
        or PageEventKind.HandedOver or PageEventKind.Escalated or PageEventKind.DeskReached;

    // Every page is in its people's inboxes; it asks there only those who look at theirs, and all of them where nothing rings.
    private bool IsNoticed(NewNotification notification, HospitalNow hospital) =>
        notification.Method.Kind != ContactMethodKind.InApp
        || urgency == Urgency.Routine
        || (notification.Person is { } person && hospital.Situation.People.TryGetValue(person, out var found) && found.Works.Contains(ContactMethodKind.InApp));
}
