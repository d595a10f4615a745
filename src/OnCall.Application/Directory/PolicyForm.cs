using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;

namespace OnCall.Application.Directory;

/// <summary>Reads and shows the steps of policies: roles by code and people by number outside, by id inside.</summary>
public sealed class PolicyForm(IDirectoryReads directory)
{
    /// <summary>Reads checked steps; what they refer to and is not there is a problem.</summary>
    internal async Task<(IReadOnlyList<Step> Steps, IReadOnlyList<InputProblem> Problems)> ReadAsync(IReadOnlyList<StepBody> written, CancellationToken cancellationToken)
    {
        var problems = new List<InputProblem>();
        var steps = new List<Step>();
        for (var i = 0; i < written.Count; i++)
        {
            var targets = new List<StepTarget>();
            for (var j = 0; j < written[i].Targets!.Count; j++)
            {
                var body = written[i].Targets![j];
                var target = await TargetAsync(body, cancellationToken);
                targets.Add(target);
                if (body.Ref is not null && target is { Role: null, Person: null })
                {
                    var what = target.Kind == TargetKind.Person ? "There is nobody with this employee number." : "There is no role with this code, name or alias.";
                    problems.Add(new InputProblem($"steps[{i}].targets[{j}].ref", what, body.Ref));
                }
            }

            steps.Add(new Step(written[i].WaitSeconds!.Value, targets, written[i].Acknowledgements ?? 1, written[i].Repeat ?? 0));
        }

        return (steps, problems);
    }

    internal async Task<IReadOnlyList<PolicyView>> ShowAsync(IReadOnlyList<EscalationPolicy> policies, CancellationToken cancellationToken)
    {
        var targets = policies.SelectMany(p => p.Steps).SelectMany(s => s.Targets).ToList();
        var roles = (await directory.RolesAsync([.. targets.Select(t => t.Role).OfType<RoleId>().Distinct()], cancellationToken)).ToDictionary(r => r.Id, r => r.Code);
        var people = (await directory.PeopleAsync([.. targets.Select(t => t.Person).OfType<PersonId>().Distinct()], cancellationToken)).ToDictionary(p => p.Id, p => p.EmployeeNo);
        return [.. policies.Select(p => new PolicyView(p.Code, p.Name, [.. p.Steps.Select(s => Show(s, roles, people))], p.OutcomeWithinSeconds))];
    }

    private static StepBody Show(Step step, Dictionary<RoleId, string> roles, Dictionary<PersonId, string> people) => new(
        step.WaitSeconds,
        [.. step.Targets.Select(t => new StepTargetBody(
            Written.Of(t.Kind),
            t.Role is { } role ? roles.GetValueOrDefault(role) : t.Person is { } person ? people.GetValueOrDefault(person) : null,
            t.Tier))],
        step.Acknowledgements,
        step.Repeat);

    private async Task<StepTarget> TargetAsync(StepTargetBody body, CancellationToken cancellationToken)
    {
        _ = StepForm.TryKind(body.Type, out var kind);
        return kind switch
        {
            TargetKind.Role => new(kind, Role: body.Ref is null ? null : (await directory.FindRoleAsync(body.Ref, cancellationToken))?.Id),
            TargetKind.Person => new(kind, Person: (await directory.FindPersonAsync(body.Ref!, cancellationToken))?.Id),
            TargetKind.Tier => new(kind, Tier: body.Tier),
            TargetKind.Desk or TargetKind.Fallback => new(kind),
        };
    }
}
