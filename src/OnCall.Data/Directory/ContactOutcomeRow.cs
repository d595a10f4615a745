using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Directory;

/// <summary>When a contact method last worked and last failed, as its messages have it.</summary>
internal sealed class ContactOutcomeRow
{
    public ContactMethodId Method { get; set; }

    public Instant? WorkedAt { get; set; }

    public Instant? ReachedAt { get; set; }

    public Instant? FailedAt { get; set; }
}
