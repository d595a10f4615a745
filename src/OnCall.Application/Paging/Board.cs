namespace OnCall.Application.Paging;

/// <summary>The dispatchers' board: most urgent first, then soonest to go on.</summary>
/// <param name="Hidden">How many open pages stand below the last line shown.</param>
public sealed record Board(IReadOnlyList<BoardLine> Lines, int Hidden);
