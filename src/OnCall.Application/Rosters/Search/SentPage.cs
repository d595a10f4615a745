using NodaTime;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Search;

/// <summary>A page as its sender is reminded of it.</summary>
/// <param name="Role">The one that it was sent to.</param>
/// <param name="Callback">The number that the sender gave; null for none.</param>
public sealed record SentPage(RoleId Role, string? Callback, Instant SentAt);
