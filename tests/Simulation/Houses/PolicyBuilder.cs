using OnCall.Application;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Roles;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Houses;

/// <summary>Makes up policies of one to four steps.</summary>
internal sealed class PolicyBuilder(Chance chance, IIdSource ids)
{
    private readonly List<EscalationPolicy> _built = [];

    public IReadOnlyList<EscalationPolicy> Built => _built;

    public EscalationPolicy Next(IReadOnlyList<Role> roles, IReadOnlyList<Person> people)
    {
        var steps = Enumerable.Range(0, chance.Between(1, 4)).Select(_ => Step(roles, people)).ToList();
        var policy = new EscalationPolicy(new PolicyId(ids.NewId()), $"policy-{_built.Count + 1}", $"Policy {_built.Count + 1}", steps, chance.OneIn(2) ? chance.Between(60, 180) : null);
        _built.Add(policy);
        return policy;
    }

    private Step Step(IReadOnlyList<Role> roles, IReadOnlyList<Person> people) => new(
        chance.Between(5, 180),
        [.. Enumerable.Range(0, chance.OneIn(3) ? 2 : 1).Select(_ => Target(roles, people))],
        Acknowledgements: chance.OneIn(4) ? 2 : 1,
        Repeat: chance.OneIn(4) ? chance.Between(1, 2) : 0);

    private StepTarget Target(IReadOnlyList<Role> roles, IReadOnlyList<Person> people) => chance.Below(10) switch
    {
        < 6 => new StepTarget(TargetKind.Tier, Tier: chance.Between(1, 3)),
        6 => new StepTarget(TargetKind.Role, Role: chance.OneIn(2) ? null : chance.Pick(roles).Id),
        7 or 8 => new StepTarget(TargetKind.Person, Person: chance.Pick(people).Id),
        _ => new StepTarget(TargetKind.Desk),
    };
}
