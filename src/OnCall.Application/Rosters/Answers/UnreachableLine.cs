using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Somebody on shift whom no page can reach: pages for them go to the next step at once.</summary>
/// <param name="Since">When this shift of theirs began, or their cover.</param>
/// <param name="Until">When it ends; exclusive.</param>
/// <param name="NobodyElse">Nobody else on shift for this role can be reached either, on any tier.</param>
public sealed record UnreachableLine(RoleName Role, PersonName Person, int Tier, Instant Since, Instant Until, bool NobodyElse);
