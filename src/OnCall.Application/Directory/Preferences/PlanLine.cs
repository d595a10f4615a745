using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Preferences;

/// <summary>One contact method in a plan, so long after the person is asked.</summary>
/// <param name="Verified">An unverified one is tried, but does not count.</param>
public sealed record PlanLine(ContactMethodKind Kind, string Address, bool Verified, int AfterSeconds);
