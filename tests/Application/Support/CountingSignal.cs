using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Application.Tests.Support;

/// <summary>Counts how often work was announced.</summary>
internal sealed class CountingSignal : IWorkSignal
{
    private int _rung;

    public int Rung => Volatile.Read(ref _rung);

    public void PagesChanged(IReadOnlyCollection<PageId> pages) => Interlocked.Increment(ref _rung);
}
