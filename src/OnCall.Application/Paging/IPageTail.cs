namespace OnCall.Application.Paging;

/// <summary>The end of all trails together: which pages have got a new line, whichever node wrote it.</summary>
public interface IPageTail
{
    /// <summary>The number of the latest line; 0 when there is none.</summary>
    Task<long> LastAsync(CancellationToken cancellationToken);

    /// <summary>Lines after that one, in their order. A number that is missing among them may still be committed later.</summary>
    Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken);

    /// <summary>The lines within these runs that are there by now, in their order. A long run costs no more than a short one.</summary>
    Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<TailRun> runs, CancellationToken cancellationToken);
}
