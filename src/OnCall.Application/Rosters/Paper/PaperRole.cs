using NodaTime;

namespace OnCall.Application.Rosters.Paper;

/// <summary>A role over the time of the sheet.</summary>
/// <param name="Unit">The unit's name; null for a role of the whole house.</param>
/// <param name="Zone">By whose wall clock its times are written.</param>
/// <param name="Numbers">Of the role itself: a pager that is handed on from shift to shift.</param>
/// <param name="Fallback">The name of the role that is called when nobody answers; null when it is the desk.</param>
public sealed record PaperRole(
    string? Unit, string Code, string Name, DateTimeZone Zone, IReadOnlyList<string> Numbers, string? Fallback, IReadOnlyList<PaperStretch> Stretches);
