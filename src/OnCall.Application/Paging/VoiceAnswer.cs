using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging;

/// <summary>A call of ours that was answered, or a key that was pressed in it, as the signed webhook gave it.</summary>
/// <param name="Notification">What the call was placed for.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="CallId">The provider's id of the call: the same key delivered again has the same.</param>
/// <param name="Called">The number that was called, in E.164 form.</param>
/// <param name="Key">What was pressed; null when the call has just been answered.</param>
public sealed record VoiceAnswer(NotificationId Notification, int Attempt, string CallId, string Called, string? Key);
