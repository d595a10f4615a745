using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>A legal hold as it is read.</summary>
/// <param name="On"><c>page</c>, <c>person</c> or <c>orgUnit</c>.</param>
/// <param name="Label">What it stands on, as it was called then: a page's reference, an employee number, a unit's code.</param>
/// <param name="Page">The page's id, where it stands on one.</param>
/// <param name="LiftedAt">Null while it stands.</param>
public sealed record HoldView(
    Guid Id, string On, string Label, Guid? Page, string Reason, Instant PlacedAt, string PlacedBy, Instant? LiftedAt, string? LiftedBy, string? LiftReason)
{
    internal static HoldView Of(LegalHold hold) => new(
        hold.Id.Value, hold.On.Page is not null ? "page" : hold.On.Person is not null ? "person" : "orgUnit", hold.Label, hold.On.Page?.Value, hold.Reason,
        hold.PlacedAt, hold.PlacedBy, hold.Lifted?.At, hold.Lifted?.By, hold.Lifted?.Reason);
}
