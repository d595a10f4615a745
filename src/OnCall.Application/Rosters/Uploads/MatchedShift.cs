using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A row whose role and person are known and whose times are instants.</summary>
internal sealed record MatchedShift(int Row, NewShift Shift);
