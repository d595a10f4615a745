namespace OnCall.Application.Rosters.Mine;

/// <summary>When the caller is on, and what others have taken from them; both in the order of time.</summary>
public sealed record MyShiftsView(IReadOnlyList<MyShiftView> Shifts, IReadOnlyList<GivenShiftView> Given);
