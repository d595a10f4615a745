using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Notices;

/// <summary>The notices of whoever asks, of the last 30 days, the newest first.</summary>
public sealed class ReadNotices(INoticeStore notices, IClock clock)
{
    private static readonly Duration Kept = Duration.FromDays(30);

    internal static Refusal NotForIntegrations { get; } = Refusal.Forbidden("Notices are a person's. This key belongs to a system.");

    public async Task<Answer<ListOf<NoticeView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person)
        {
            return NotForIntegrations;
        }

        var own = await notices.OfPersonAsync(person, clock.GetCurrentInstant() - Kept, cancellationToken);
        return new ListOf<NoticeView>(
            [.. own.Select(n => new NoticeView(n.Id.Value, n.Facts.Kind, n.Urgency, n.Facts.ToLine(), n.CreatedAt, n.ToldAt, n.SeenAt))], null);
    }
}
