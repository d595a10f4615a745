using NodaTime;

namespace OnCall.Application.Exports;

/// <summary>One message of a page to one contact method.</summary>
/// <param name="Person">Name and employee number; null for a role's device.</param>
/// <param name="Address">Enough to recognise it, and not to use it.</param>
/// <param name="State">How it stands: <c>accepted</c>, <c>delivered</c>, <c>failed</c>, <c>indeterminate</c>, <c>cancelled</c>, …</param>
/// <param name="Attempts">How often it went out.</param>
/// <param name="ProviderId">What the provider calls it.</param>
public sealed record AttemptLine(
    string? Person, string Kind, string Address, string Purpose, int Step, string State, int Attempts, Instant DueAt, Instant ChangedAt, string? ProviderId, string? Detail);
