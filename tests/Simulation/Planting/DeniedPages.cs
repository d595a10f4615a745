using OnCall.Application.Paging;
using OnCall.Data;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>The sixth classic: the commit's answer is lost, and what was written is told as not done.</summary>
internal sealed class DeniedPages(IPageStore inner) : PageStoreAround(inner)
{
    private const int Each = 3;

    private int _accepted;

    public override async Task<IReadOnlyList<AcceptResult>> AcceptAsync(IReadOnlyList<AcceptedPage> pages, CancellationToken cancellationToken)
    {
        var results = await Inner.AcceptAsync(pages, cancellationToken);
        return ++_accepted % Each == 0 ? throw new DatabaseAwayException("The wire broke.") : results;
    }
}
