using NodaTime;

namespace OnCall.Application.Rosters.Answers;

/// <summary>The next instant at which somebody comes, goes or changes tier, and who answers from then on.</summary>
/// <param name="Responders">Empty when nobody will.</param>
public sealed record NextView(Instant At, bool Covered, IReadOnlyList<NextResponderView> Responders);
