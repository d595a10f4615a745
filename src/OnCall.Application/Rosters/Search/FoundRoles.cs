namespace OnCall.Application.Rosters.Search;

/// <summary>What a search of roles found.</summary>
/// <param name="Items">The likeliest first, <see cref="SearchRoles.Most"/> at most.</param>
/// <param name="Found">How many there are in all.</param>
public sealed record FoundRoles(IReadOnlyList<FoundRole> Items, int Found);
