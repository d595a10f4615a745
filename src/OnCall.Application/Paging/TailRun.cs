namespace OnCall.Application.Paging;

/// <summary>Lines of the trails whose numbers follow on one another, both ends included.</summary>
public readonly record struct TailRun(long From, long Until);
