using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>What an idempotency key was used for.</summary>
public sealed record IdempotentPage(PageId Page, string RequestHash);
