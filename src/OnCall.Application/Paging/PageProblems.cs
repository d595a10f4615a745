using OnCall.Application.Directory;
using OnCall.Domain;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>The refusals of the paging use cases.</summary>
internal static class PageProblems
{
    public static Refusal UnknownPage { get; } = new(
        RefusalKind.NotFound, "unknown-page", "No such page", "No page has this id or reference. References of pages closed more than 7 days ago are free again.");

    public static Refusal NotReader { get; } = Refusal.Forbidden("Only those who take part in a page, dispatchers and auditors read it. If a patient's care needs it, break the glass.");

    public static Refusal KeyMissing { get; } = new(
        RefusalKind.Unreadable, "idempotency-key-missing", "Idempotency-Key header missing",
        "Send a new random value with each page, and the same value again when you repeat the request: then the page is never sent twice.");

    public static Refusal KeyReused { get; } = new(
        RefusalKind.Conflict, "idempotency-key-reused", "This Idempotency-Key belongs to another page",
        "The key was used within the last 7 days with another body. Nothing was sent: send this page under a new key.");

    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "busy", "The page changed under way", "Others changed this page or its roster several times while this was being done. Nothing was changed: read the page and try again.");

    public static Refusal NotAResponder { get; } = new(
        RefusalKind.Forbidden, "not-a-responder", "This page does not ask you",
        "Only someone whom the page has notified, and who has not passed it on, can answer it. The escalation goes on. Call the desk if you want to take it.");

    /// <summary>The refusal that an outcome amounts to; null when the move was made.</summary>
    public static Refusal? Of(Outcome outcome, Situation situation) => outcome switch
    {
        Outcome.Taken or Outcome.OneOfSeveral or Outcome.Done or Outcome.AlreadyYours => null,
        Outcome.AlreadyAcknowledged has => new Refusal(
            RefusalKind.Conflict, "already-acknowledged", "Somebody has it already", $"{has.Name} acknowledged it at {UtcText.Second(has.At)}. Nothing more to do.")
        {
            Extras = new Dictionary<string, object?>
            {
                ["acknowledgedBy"] = new { employeeNo = EmployeeNoOf(has.By, situation), name = has.Name },
                ["acknowledgedAt"] = NodaTime.Text.InstantPattern.ExtendedIso.Format(has.At),
            },
        },
        Outcome.NotAResponder => NotAResponder,
        Outcome.HandedOver over => new Refusal(
            RefusalKind.Conflict, "handed-over", "The page was handed over",
            over.To.Count > 0
                ? $"Your part in it has ended: handed over to {string.Join(", ", over.To.Select(situation.NameOf))}. Your reply was recorded."
                : "Your part in it has ended; the desk has it. Your reply was recorded."),
        Outcome.ReadBackNeeded => new Refusal(
            RefusalKind.Invalid, "read-back-needed", "Read the value back",
            "A critical result is acknowledged by reading the value back: send readBack, or call the desk. Your reply was recorded and the escalation goes on.")
        {
            Errors = [new InputProblem("readBack", "Write the value as you understood it.")],
        },
        Outcome.Closed closed => new Refusal(
            RefusalKind.Conflict, "page-closed", "The page is closed", $"It was {(closed.Phase == EscalationPhase.Resolved ? "resolved" : "cancelled")} at {UtcText.Second(closed.At)}."),
        Outcome.NotAcknowledged => new Refusal(
            RefusalKind.Conflict, "not-acknowledged", "Nobody has acknowledged it yet", "Acknowledge it first; only a dispatcher closes a page that nobody has taken."),
        _ => throw new InvalidOperationException($"No answer is written for {outcome.GetType().Name}."),
    };

    private static string? EmployeeNoOf(Domain.Directory.PersonId? person, Situation situation) =>
        person is { } id && situation.People.TryGetValue(id, out var found) ? found.Person.EmployeeNo : null;
}
