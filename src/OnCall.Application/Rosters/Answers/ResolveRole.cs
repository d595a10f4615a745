using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Snapshots;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Answers;

/// <summary>Says who answers for a role, now or at another instant. Every active caller may ask.</summary>
public sealed class ResolveRole(RosterSnapshots snapshots, SnapshotReader reader, RoleFinder roles, IClock clock)
{
    /// <param name="role">Any of its names.</param>
    /// <param name="at">A time with its offset; null for now.</param>
    public async ValueTask<Answer<Resolving>> RunAsync(string? role, string? at, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(role))
        {
            return Refusal.Invalid(new InputProblem("role", "Name the role by its code, name or alias."));
        }

        var instant = clock.GetCurrentInstant();
        if (!string.IsNullOrEmpty(at))
        {
            if (RosterTimes.Exact(at) is not { } exact)
            {
                return Refusal.Invalid(new InputProblem("at", "Write a time with its offset: 2026-10-25T00:30:00Z or 2026-10-25T02:30:00%2B02:00.", at));
            }

            instant = exact;
        }

        var snapshot = await snapshots.CurrentAsync(cancellationToken);
        if (!snapshot.Holds(instant))
        {
            snapshot = await reader.ReadAsync(instant, cancellationToken);
        }

        return snapshot.Find(role) is { } found ? new Resolving(snapshot, found, instant) : await UnknownAsync(role, cancellationToken);
    }

    private async Task<Answer<Resolving>> UnknownAsync(string role, CancellationToken cancellationToken)
    {
        var found = await roles.FindAsync(role, cancellationToken);
        return found.Ok
            ? new Refusal(RefusalKind.NotFound, "unknown-role", "No such role", $"No role is called '{role}'.")
            : found.Refusal;
    }
}
