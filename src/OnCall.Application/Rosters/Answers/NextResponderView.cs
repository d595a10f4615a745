namespace OnCall.Application.Rosters.Answers;

/// <summary>A person who will answer.</summary>
public sealed record NextResponderView(PersonName Person, int Tier);
