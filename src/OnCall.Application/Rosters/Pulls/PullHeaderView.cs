namespace OnCall.Application.Rosters.Pulls;

/// <summary>That a header is sent, without its value.</summary>
public sealed record PullHeaderView(string Name);
