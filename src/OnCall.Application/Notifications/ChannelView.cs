using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>A channel as administrators see it. Its answers are those that this server has had since it started.</summary>
/// <param name="Works">Whether it is configured.</param>
/// <param name="LastAnswer">When its provider last took, or clearly refused, something; a UTC instant.</param>
/// <param name="LastFailure">When its provider last took nothing, a UTC instant.</param>
/// <param name="Trouble">What it said then, without addresses or secrets.</param>
/// <param name="Failures">How many in a row have failed.</param>
/// <param name="Waiting">Notifications whose time has come and that nobody has sent.</param>
public sealed record ChannelView(ContactMethodKind Kind, bool Works, Instant? LastAnswer, Instant? LastFailure, string? Trouble, int Failures, int Waiting);
