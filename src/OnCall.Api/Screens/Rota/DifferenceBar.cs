using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>A shift that goes or comes, as it is drawn.</summary>
/// <param name="IsOld">It stands now and goes, or is changed.</param>
internal sealed record DifferenceBar(WrittenShift Shift, DifferenceKind Kind, bool IsOld, int Lane);
