using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>A legal hold: while it stands nothing of what it is on is purged.</summary>
/// <param name="Label">What it stands on, as it was called when the hold was placed: a reference, an employee number, the code of a unit.</param>
/// <param name="PlacedBy">A caller's key.</param>
public sealed record LegalHold(HoldId Id, HoldTarget On, string Label, string Reason, Instant PlacedAt, string PlacedBy, HoldLift? Lifted);
