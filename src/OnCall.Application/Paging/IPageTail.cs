namespace OnCall.Application.Paging;

/// <summary>The end of all trails together: which pages have got a new line, whichever node wrote it.</summary>
public interface IPageTail
{
    /// <summary>The number of the latest line; 0 when there is none.</summary>
    Task<long> LastAsync(CancellationToken cancellationToken);

    /// <summary>Lines after that one, in their order. A number that is missing among them may still be committed later.</summary>
    Task<IReadOnlyList<TailLine>> AfterAsync(long seq, int most, CancellationToken cancellationToken);

    /// <summary>Those of these lines that are there by now.</summary>
    Task<IReadOnlyList<TailLine>> AmongAsync(IReadOnlyCollection<long> seqs, CancellationToken cancellationToken);
}
