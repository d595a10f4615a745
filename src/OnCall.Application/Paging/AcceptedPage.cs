using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Application.Paging;

/// <summary>A page that is about to be accepted, with its first decision.</summary>
/// <param name="Caller">Scope of the idempotency key.</param>
/// <param name="RequestHash">SHA-256 of the request, in hex: tells a replay from another page under the same key.</param>
/// <param name="KeyFreeAt">When the idempotency key may be used anew.</param>
public sealed record AcceptedPage(Page Page, PageChange Change, string Caller, string IdempotencyKey, string RequestHash, Instant KeyFreeAt);
