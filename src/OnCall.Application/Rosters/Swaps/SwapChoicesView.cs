using NodaTime;
using OnCall.Application.Directory;

namespace OnCall.Application.Rosters.Swaps;

/// <summary>What the caller may ask of whom for one of their shifts.</summary>
/// <param name="Zone">Of the role's unit.</param>
/// <param name="Start">Of the caller's shift; of one that runs, now.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Colleagues">Who is on the role in the time ahead and not in the shift itself, by name.</param>
/// <param name="With">Whom they have chosen; null before that.</param>
/// <param name="Theirs">That colleague's shifts on the role outside of the caller's, the earliest first.</param>
public sealed record SwapChoicesView(
    RoleName Role, DateTimeZone Zone, Instant Start, Instant End, int Tier, IReadOnlyList<PersonName> Colleagues, PersonName? With, IReadOnlyList<SwapChoice> Theirs);
