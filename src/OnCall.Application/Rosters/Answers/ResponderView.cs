using NodaTime;

namespace OnCall.Application.Rosters.Answers;

/// <summary>A person who answers.</summary>
/// <param name="Until">Exclusive.</param>
/// <param name="Because">Why it is they, in words.</param>
public sealed record ResponderView(PersonName Person, int Tier, Instant Since, Instant Until, string Because);
