using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Makes or changes a rotation, and puts its shifts in force up to its horizon; or shows what that would do.</summary>
public sealed class PutRotation(
    RoleFinder roles,
    RoleScopes scopes,
    IRosterPeople people,
    IRosterReads rosters,
    IRotations rotations,
    RotationPlanner planner,
    RotationReview review,
    RosterSignal signal,
    IIdSource ids,
    IClock clock)
{
    private const int Attempts = 5;
    private static readonly PutRotationValidator Validator = new();

    /// <param name="preview">Stores nothing.</param>
    public async Task<Answer<RotationOutcome>> RunAsync(Caller caller, PutRotationRequest request, bool preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (Validator.Validate(request) is { IsValid: false } wrong)
        {
            return wrong.ToRefusal();
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await TryAsync(caller, request, preview, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return RotationRefusals.Busy;
    }

    private async Task<Answer<RotationOutcome>?> TryAsync(Caller caller, PutRotationRequest request, bool preview, CancellationToken cancellationToken)
    {
        // First the stamp: whatever moves after it is noticed when this is written.
        var stamp = await rosters.StampAsync(cancellationToken);
        var found = await ScopeAsync(caller, request, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var (scope, before) = found.Value;
        var known = (await people.ByEmployeeNoAsync(RotationForm.Numbers(request), cancellationToken)).ToDictionary(p => p.EmployeeNo, p => p.Id, StringComparer.OrdinalIgnoreCase);
        if (RotationForm.Unknown(request, known) is { Count: > 0 } unknown)
        {
            return Refusal.Invalid([.. unknown]);
        }

        // The store keeps milliseconds, and a shift that is cut now must not lose its end.
        var now = MilliTime.Of(clock);
        var rotation = RotationForm.Read(request, before?.Rotation.Id ?? new RotationId(ids.NewId()), before?.Rotation.Code ?? request.Code!, scope, known);
        if (await planner.RenewAsync(rotation, before, scope, stamp, now, cancellationToken) is not { } planned)
        {
            return null;
        }

        return await AnswerAsync(caller, planned, before is null or { EndedAt: not null }, preview, scope, now, cancellationToken);
    }

    private async Task<Answer<RotationOutcome>?> AnswerAsync(
        Caller caller, PlannedRotation planned, bool isNew, bool preview, RoleScope scope, Instant now, CancellationToken cancellationToken)
    {
        var problems = await review.ReviewAsync(planned, scope, cancellationToken);
        var named = await people.ByIdAsync([.. planned.Plan.Differences.Select(d => d.Was?.Person).OfType<PersonId>().Concat(planned.Rotation.Rotation.Everybody).Distinct()], cancellationToken);
        if (preview)
        {
            return RotationPublications.Outcome(planned, scope, null, problems, named);
        }

        var publishing = RotationPublications.Of(caller, planned, scope, new UploadId(ids.NewId()), problems, now);
        var outcome = RotationPublications.Outcome(planned, scope, publishing?.Upload.Id, problems, named);
        if (!await rotations.SaveAsync(new RotationSaving(planned.Rotation, planned.View.Stamp, publishing, RotationAudit.Put(caller, now, outcome.Rotation)), cancellationToken))
        {
            return null;
        }

        signal.Announce();
        return isNew ? Answer<RotationOutcome>.Created(outcome) : outcome;
    }

    private async Task<Answer<(RoleScope Scope, StoredRotation? Before)>> ScopeAsync(Caller caller, PutRotationRequest request, CancellationToken cancellationToken)
    {
        var found = await roles.FindAsync(request.Role!, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var scope = await scopes.OfAsync(found.Value, cancellationToken);
        if (!scope.MaySchedule(caller))
        {
            return RosterRefusals.NotScheduler(scope.Role.Name);
        }

        var before = await rotations.FindAsync(request.Code!, cancellationToken);
        if (before is null || before.Rotation.Role == scope.Role.Id)
        {
            return (scope, before);
        }

        var (other, mayTell) = await OtherAsync(caller, before, cancellationToken);
        return !mayTell ? RosterRefusals.NotScheduler(other.Role.Name)
            : before.EndedAt is null ? RotationRefusals.OtherRole(other.Role)
            : (scope, before);
    }

    private async Task<(RoleScope Other, bool MayTell)> OtherAsync(Caller caller, StoredRotation before, CancellationToken cancellationToken)
    {
        var other = await scopes.OfAsync((await roles.FindAsync(before.Rotation.Role, before.Rotation.Code, cancellationToken)).Value!, cancellationToken);
        return (other, other.MaySchedule(caller));
    }
}
