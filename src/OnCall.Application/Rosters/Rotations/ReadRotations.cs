using OnCall.Application.Directory;
using OnCall.Application.Rosters.Answers;
using OnCall.Domain.Access;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Shows rotations to whoever may read the rosters of their roles.</summary>
public sealed class ReadRotations(IRotations rotations, IDirectoryReads directory, RoleScopes scopes, RosterSelection selection, IRosterPeople people)
{
    public async Task<Answer<RotationView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (await rotations.FindAsync(code, cancellationToken) is not { EndedAt: null } stored)
        {
            return RotationRefusals.Unknown(code);
        }

        var scope = await scopes.OfAsync((await directory.RolesAsync([stored.Rotation.Role], cancellationToken))[0], cancellationToken);
        if (!scope.MayRead(caller))
        {
            return Refusal.Forbidden($"Your permissions do not reach the roster of '{scope.Role.Name}'.");
        }

        return RotationForm.Show(stored.Rotation, stored.MadeTo, scope, await people.ByIdAsync(stored.Rotation.Everybody, cancellationToken));
    }

    /// <summary>Those that have not been ended, by code.</summary>
    /// <param name="orgUnit">The code of a unit: its roles and those of the units below it; null for all.</param>
    /// <param name="role">Any of a role's names; null for all.</param>
    public async Task<Answer<ListOf<RotationView>>> ListAsync(Caller caller, string? orgUnit, string? role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var selected = await selection.FindAsync(caller, new RosterQuery(orgUnit, role, null, null), cancellationToken);
        if (!selected.Ok)
        {
            return selected.Refusal;
        }

        var readable = selected.Value.ToDictionary(s => s.Scope.Role.Id, s => s.Scope);
        var shown = (await rotations.AllAsync(cancellationToken)).Where(r => readable.ContainsKey(r.Rotation.Role)).ToList();
        var named = await people.ByIdAsync(shown.SelectMany(r => r.Rotation.Everybody).ToHashSet(), cancellationToken);
        return new ListOf<RotationView>([.. shown.Select(r => RotationForm.Show(r.Rotation, r.MadeTo, readable[r.Rotation.Role], named))], null);
    }
}
