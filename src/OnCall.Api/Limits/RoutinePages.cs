using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OnCall.Api.Auth;
using OnCall.Application;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Limits;

/// <summary>Holds up whoever sends routine pages by the hundred. All other pages pass, whatever was sent before them.</summary>
internal sealed class RoutinePages(IOptions<LimitSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<LimitedCaller> _limiter =
        PartitionedRateLimiter.Create<LimitedCaller, LimitedCaller>(caller => RateLimits.Bucket(caller, settings.Value.RoutinePages));

    /// <param name="urgency">As the sender wrote it; what is not plainly routine passes.</param>
    /// <returns>Null when it may be sent.</returns>
    internal Refusal? Check(HttpContext context, string? urgency)
    {
        if (!UrgencyNames.TryParse(urgency, out var known) || known != Urgency.Routine)
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(new LimitedCaller(LimitedKind.Person, context.Caller().Key));
        if (lease.IsAcquired)
        {
            return null;
        }

        RateLimits.TellWhen(context, lease);
        return TooMany;
    }

    public void Dispose() => _limiter.Dispose();

    private static Refusal TooMany { get; } = new(
        RefusalKind.TooMany, "too-many-routine-pages", "Too many routine pages",
        "This request sent nothing: you have sent more routine pages in a minute than is foreseen. Send it again after the time in Retry-After. If a patient cannot wait, send it as urgent: that is never held up.");
}
