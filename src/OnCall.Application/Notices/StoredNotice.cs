using NodaTime;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>A notice as its reader sees it.</summary>
/// <param name="ToldAt">When a provider first took it; null where none did.</param>
public sealed record StoredNotice(NoticeId Id, NoticeFacts Facts, NoticeUrgency Urgency, NoticeState State, Instant CreatedAt, Instant? ToldAt, Instant? SeenAt);
