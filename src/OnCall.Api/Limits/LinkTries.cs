using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace OnCall.Api.Limits;

/// <summary>Counts tries of links that took nothing, by the address of the network. One that takes its page is never asked about.</summary>
internal sealed class LinkTries(IOptions<LimitSettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<LimitedCaller> _limiter =
        PartitionedRateLimiter.Create<LimitedCaller, LimitedCaller>(caller => RateLimits.Bucket(caller, settings.Value.RefusedLinks));

    /// <summary>False when there were too many; the answer then says when to come again.</summary>
    internal bool Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(new LimitedCaller(LimitedKind.Address, LimitedCaller.NetworkOf(context.Connection.RemoteIpAddress)));
        if (!lease.IsAcquired)
        {
            RateLimits.TellWhen(context, lease);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
