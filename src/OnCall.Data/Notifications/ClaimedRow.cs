using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Data.Notifications;

/// <summary>A claimed notification with what its text is built from, as a row.</summary>
internal sealed class ClaimedRow
{
    public NotificationId Id { get; set; }

    public PageId Page { get; set; }

    public PersonId? Person { get; set; }

    public string? PersonName { get; set; }

    public string? Language { get; set; }

    public ContactMethodId? Method { get; set; }

    public string Kind { get; set; } = "";

    public string Address { get; set; } = "";

    public int Attempt { get; set; }

    public Instant ClaimedUntil { get; set; }

    public string Purpose { get; set; } = "";

    public string Urgency { get; set; } = "";

    public string Reference { get; set; } = "";

    public string? Callback { get; set; }

    public string RoleName { get; set; } = "";

    /// <summary>As the escalation's state has it: milliseconds since 1970.</summary>
    public long? StepDueAt { get; set; }

    public ClaimedNotification ToClaimed()
    {
        var text = OutboxText.Of(Purpose, Urgency, RoleName, Reference, Callback);
        return new ClaimedNotification(
            Id, Page, Person, PersonName, Method, Enum.Parse<ContactMethodKind>(Kind), Address, Attempt, ClaimedUntil, text, SpokenLanguages.Of(Language))
        {
            NextStepAt = StepDueAt is { } due ? Instant.FromUnixTimeMilliseconds(due) : null,
        };
    }
}
