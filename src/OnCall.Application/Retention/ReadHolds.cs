using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Retention;

/// <summary>The legal holds that somebody may see, also those that were lifted, the newest first.</summary>
public sealed class ReadHolds(IHoldStore holds, HoldUnits units)
{
    public async Task<Answer<ListOf<HoldView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotReader();
        }

        var all = await holds.AllAsync(cancellationToken);
        var above = await units.OfAsync([.. all.Select(h => h.On)], cancellationToken);
        return new ListOf<HoldView>([.. all.Where(h => RetentionAccess.MayRead(caller, above[h.On])).Select(HoldView.Of)], null);
    }
}
