using NodaTime;

namespace OnCall.Application.Retention;

/// <summary>What would go of one kind in one unit.</summary>
/// <param name="Kind"><c>page</c>, <c>deliveries</c> (all attempts of a page), <c>shift</c>, <c>cover</c>, <c>swap</c>, <c>upload</c>, <c>session</c>, <c>notice</c>.</param>
/// <param name="WouldGo">How many.</param>
/// <param name="Held">How many more a legal hold keeps.</param>
/// <param name="OldestAt">When the oldest of both had ended.</param>
public sealed record ForecastLine(string Class, string Kind, string? OrgUnit, int Days, int WouldGo, int Held, Instant OldestAt, Instant NewestAt);
