using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <param name="Last">Where the next part goes on; null at the end.</param>
public sealed record KeptPart(IReadOnlyList<KeptItem> Items, KeptPlace? Last);
