using OnCall.Domain.Paging;

namespace OnCall.Api.Streams;

/// <summary>Pages that changed, each once; none when it is only a sign of life.</summary>
/// <param name="Position">The line of the trails up to which a follower knows every change, once it has told of these; 0 when that is not known.</param>
/// <param name="Missed">Changes came faster than they were taken, and some are lost: read everything anew.</param>
internal sealed record PageBatch(IReadOnlyCollection<PageId> Pages, long Position, bool Missed);
