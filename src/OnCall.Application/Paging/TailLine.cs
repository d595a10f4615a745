using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A line of some page's trail, by its number.</summary>
public sealed record TailLine(long Seq, PageId Page);
