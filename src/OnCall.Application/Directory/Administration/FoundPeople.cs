namespace OnCall.Application.Directory.Administration;

/// <summary>People as a search finds them, by employee number.</summary>
/// <param name="More">How many were found besides.</param>
public sealed record FoundPeople(IReadOnlyList<PersonView> Items, int More);
