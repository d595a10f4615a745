using NodaTime;

namespace OnCall.Application.Rosters.Answers;

/// <summary>One telling of a gap.</summary>
/// <param name="Level">How long ahead: <c>72h</c>, <c>24h</c>, <c>1h</c>, or <c>now</c> for a gap that had begun.</param>
/// <param name="At">When it was told first.</param>
/// <param name="To">Who has a notice of it, also those whose notice stands in OnCall alone.</param>
/// <param name="Delivered">A provider has taken it for one of them at least, or one has seen it in OnCall.</param>
public sealed record WarnedLine(string Level, Instant At, IReadOnlyList<PersonName> To, bool Delivered);
