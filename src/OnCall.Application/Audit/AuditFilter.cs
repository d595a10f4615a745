using NodaTime;

namespace OnCall.Application.Audit;

/// <summary>Which entries are asked for; null asks for all.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant that is no longer asked for.</param>
/// <param name="Actor">What the actor begins with.</param>
/// <param name="Action">What the action begins with: <c>page.</c>.</param>
/// <param name="Subject">What the subject begins with.</param>
/// <param name="Text">What stands somewhere in the detail.</param>
public sealed record AuditFilter(Instant? From, Instant? To, string? Actor, string? Action, string? Subject, string? Text);
