using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Somebody on shift whom no page can reach: pages for them go to the next step at once.</summary>
/// <param name="Since">When this shift of theirs began, or their cover.</param>
/// <param name="Until">When it ends; exclusive.</param>
public sealed record UnreachableLine(RoleName Role, PersonName Person, int Tier, Instant Since, Instant Until);
