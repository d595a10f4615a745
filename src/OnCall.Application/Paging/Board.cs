namespace OnCall.Application.Paging;

/// <summary>The dispatchers' board: most urgent first, then soonest to go on.</summary>
/// <param name="Hidden">How many pages stand below the last line shown.</param>
/// <param name="Filtered">How many pages the filter leaves out.</param>
/// <param name="Units">What can be filtered by, in order of their names.</param>
public sealed record Board(IReadOnlyList<BoardLine> Lines, int Hidden, int Filtered, IReadOnlyList<BoardUnit> Units);
