using NodaTime;
using OnCall.Domain.Access;
using OnCall.Domain.Escalation;

namespace OnCall.Application.Directory;

/// <summary>Creates or changes an escalation policy. Policies belong to the whole hospital.</summary>
public sealed class PutPolicy(IPolicyStore policies, PolicyForm form, IIdSource ids, IClock clock)
{
    private static readonly PutPolicyValidator Validator = new();

    /// <param name="shown">What <see cref="Shown.Mark"/> gives for what the caller saw; null writes whatever stands there.</param>
    public async Task<Answer<PolicyView>> RunAsync(Caller caller, PutPolicyRequest request, CancellationToken cancellationToken, string? shown = null)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (!caller.May(Permission.Admin))
        {
            return DirectoryProblems.NotAdministrator();
        }

        var checkedInput = Validator.Validate(request);
        if (!checkedInput.IsValid)
        {
            return checkedInput.ToRefusal();
        }

        var (steps, problems) = await form.ReadAsync(request.Steps!, cancellationToken);
        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : await Raced.RetryAsync(() => TryAsync(caller, request, steps, shown, cancellationToken));
    }

    private async Task<Answer<PolicyView>?> TryAsync(Caller caller, PutPolicyRequest request, IReadOnlyList<Step> steps, string? shown, CancellationToken cancellationToken)
    {
        var before = await policies.FindAsync(request.Code!, cancellationToken);
        if (await Shown.RefuseAsync(shown, before, async b => (await form.ShowAsync([b], cancellationToken))[0]) is { } stale)
        {
            return stale;
        }

        var policy = new EscalationPolicy(before?.Id ?? new PolicyId(ids.NewId()), before?.Code ?? request.Code!, request.Name!.Trim(), steps, request.OutcomeWithinSeconds);
        var view = (await form.ShowAsync([policy], cancellationToken))[0];
        var audit = DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "policy.put", "policy:" + policy.Code, view);
        return await policies.SaveAsync(policy, before is null, audit, cancellationToken) == SaveResult.Raced ? null
            : before is null ? Answer<PolicyView>.Created(view)
            : view;
    }
}
