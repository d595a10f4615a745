using OnCall.Application.Paging;
using OnCall.Application.Rosters;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>The third classic: an acknowledgement goes by what it read, and is written whatever was written since.</summary>
internal sealed class UnguardedPages(IPageStore inner, IRosterReads rosters) : PageStoreAround(inner)
{
    public override async Task<PageWrite> SaveAsync(IReadOnlyList<PageChange> changes, CancellationToken cancellationToken)
    {
        if (changes is not [{ Audit: [{ Action: "page.acknowledge" }] } change])
        {
            return await Inner.SaveAsync(changes, cancellationToken);
        }

        var stamp = await rosters.StampAsync(cancellationToken);
        var stored = (await Inner.LoadAsync([change.Next.Page], cancellationToken))[0].Escalation.Version;
        return await Inner.SaveAsync([change with { RosterStamp = stamp, Next = change.Next with { Version = stored } }], cancellationToken);
    }
}
