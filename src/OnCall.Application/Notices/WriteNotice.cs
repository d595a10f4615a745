using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>Tells one person something that is no page. The next beat of the sender takes it out.</summary>
public sealed class WriteNotice(NoticeDraft draft, INoticeStore notices)
{
    /// <summary>False when this person was told of this subject before.</summary>
    public async Task<bool> RunAsync(
        Person person, string subject, NoticeFacts facts, NoticeUrgency urgency, Instant expiresAt, CancellationToken cancellationToken) =>
        await notices.AddAsync([draft.To(person, subject, facts, urgency, expiresAt)], cancellationToken) > 0;
}
