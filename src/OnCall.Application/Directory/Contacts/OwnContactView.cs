using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>One of the caller's own contact methods.</summary>
/// <param name="Verified">Whether answers from it count as theirs, and whether it counts as a way to reach them.</param>
/// <param name="Works">Whether this house can send by its kind.</param>
/// <param name="OptedOut">Whoever has it told the provider to send nothing more.</param>
/// <param name="CodeUntil">Until when the code that was sent to it can be typed in; null where none is out.</param>
/// <param name="LastWorkedAt">When something last reached it, or its provider last took something for it: codes, tests, notices, and pages by SMS or call.</param>
public sealed record OwnContactView(
    Guid Id, ContactMethodKind Kind, string Address, bool Verified, bool Works, bool OptedOut, Instant? CodeUntil, ContactTest? LastTest, Instant? LastWorkedAt,
    Instant? LastFailedAt)
{
    internal static OwnContactView Of(ContactMethod method, ContactRecord record, bool works, Instant now) => new(
        method.Id.Value, method.Kind, method.Address, method.Verified, works, method.OptedOut,
        record.Code is { } code && code.Until > now ? code.Until : null, record.Test, record.WorkedAt, record.FailedAt);
}
