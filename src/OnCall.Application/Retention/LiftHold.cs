using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>Lifts a legal hold. It stays on record; the next run of the purge goes by the rules again.</summary>
public sealed class LiftHold(IHoldStore holds, HoldUnits units, IClock clock)
{
    public async Task<Answer<HoldView>> RunAsync(Caller caller, HoldId id, string? reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!RetentionAccess.IsReader(caller))
        {
            return RetentionAccess.NotAdministrator();
        }

        if (await holds.FindAsync(id, cancellationToken) is not { } hold)
        {
            return DirectoryProblems.Unknown("unknown-hold", "No such hold", $"There is no legal hold {id}.");
        }

        if (!caller.May(Permission.Admin, await units.OfAsync(hold.On, cancellationToken)))
        {
            return RetentionAccess.NotAdministrator();
        }

        if (PlaceHold.ReasonProblem(reason) is { } problem)
        {
            return Refusal.Invalid(problem);
        }

        var now = clock.GetCurrentInstant();
        var lift = new HoldLift(now, caller.Key, reason!.Trim());
        return hold.Lifted is null && await holds.LiftAsync(id, lift, PlaceHold.Entry(now, caller, "hold.lift", hold), cancellationToken)
            ? HoldView.Of(hold with { Lifted = lift })
            : new Refusal(RefusalKind.Conflict, "hold-lifted", "The hold was lifted already", "Somebody else has lifted it. Nothing was changed.");
    }
}
