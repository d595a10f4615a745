using NodaTime;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>A notice as its person reads it.</summary>
/// <param name="SentAt">When a provider first took it; null where it stands in OnCall alone.</param>
public sealed record NoticeView(Guid Id, NoticeKind Kind, NoticeUrgency Urgency, string Text, Instant At, Instant? SentAt, Instant? SeenAt);
