using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>What a publication has put in force and what it has replaced.</summary>
public sealed record PublishedShifts(IReadOnlyList<Shift> Added, IReadOnlyList<Shift> Replaced);
