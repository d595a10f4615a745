using NodaTime;

namespace OnCall.Application.Paging;

/// <summary>One line of the trail.</summary>
/// <param name="Kind">Kebab case: <c>step-started</c>.</param>
/// <param name="Channel">The contact method's kind, for attempts.</param>
public sealed record EventLine(Instant At, string Kind, string? Who, string? Channel, string Detail);
