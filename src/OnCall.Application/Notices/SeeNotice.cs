using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Notices;

namespace OnCall.Application.Notices;

/// <summary>Notes that a person has seen a notice. Seen again it stays as it was.</summary>
public sealed class SeeNotice(INoticeStore notices, IClock clock)
{
    private static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown-notice", "No such notice", "You have no notice with this id. GET /api/v1/me/notices lists yours.");

    public async Task<Answer<bool>> RunAsync(Caller caller, NoticeId notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is not { } person ? ReadNotices.NotForIntegrations
            : await notices.SeeAsync(notice, person, clock.GetCurrentInstant(), cancellationToken) ? true
            : Unknown;
    }
}
