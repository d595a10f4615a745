using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Domain.Alarms;

/// <summary>How a provider answers one node.</summary>
/// <param name="Failures">Attempts in a row that the provider did not take; 0 after it took, or clearly refused, one.</param>
/// <param name="Since">The first failure of the row.</param>
/// <param name="LastFailure">The latest failure, also after the row has ended.</param>
/// <param name="LastAnswer">When it last took or refused something.</param>
public sealed record ChannelStreak(ContactMethodKind Kind, int Failures, Instant? Since, Instant? LastFailure, Instant? LastAnswer);
