using OnCall.Application.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Finds the role that a feed is asked for.</summary>
internal static class FeedRole
{
    public static async Task<Answer<Role>> FindAsync(RoleFinder roles, string? address, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(address)
            ? Refusal.Invalid(new InputProblem("role", "Say which role the feed is to show: its code, name or alias."))
            : await roles.FindAsync(address, cancellationToken);
}
