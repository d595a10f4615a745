using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A page's own row.</summary>
internal sealed record StoredPage(PageId Id, string Reference, string? Subject);
