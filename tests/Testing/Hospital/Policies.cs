using OnCall.Domain.Escalation;

namespace OnCall.Testing.Hospital;

/// <summary>Policies in one line: <c>Policies.Of(Policies.Tier(1, wait: 60), Policies.Desk())</c>.</summary>
public static class Policies
{
    private static readonly StepTarget DeskTarget = new(TargetKind.Desk);

    public static EscalationPolicy Of(params Step[] steps) => new(new PolicyId(new Guid(1, 4, 0, new byte[8])), "test", "Test", steps);

    public static Step Tier(int tier, int wait = 120, int need = 1, int repeat = 0) => new(wait, [new StepTarget(TargetKind.Tier, Tier: tier)], need, repeat);

    public static Step Role(TestHospital hospital, string role, int wait = 120)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        return new(wait, [new StepTarget(TargetKind.Role, Role: hospital.Role(role))]);
    }

    /// <summary>Tier 1 of whichever role the page asks.</summary>
    public static Step OwnRole(int wait = 120) => new(wait, [new StepTarget(TargetKind.Role)]);

    public static Step Backup(TestHospital hospital, string person, int wait = 120)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        return new(wait, [new StepTarget(TargetKind.Person, Person: hospital.Person(person))]);
    }

    public static Step Desk(int wait = 120) => new(wait, [DeskTarget]);

    /// <summary>The same policy, under which an acknowledged page wants an outcome in so many minutes.</summary>
    public static EscalationPolicy Within(this EscalationPolicy policy, double minutes)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy with { OutcomeWithinSeconds = (int)(minutes * 60) };
    }

    /// <summary>The same step, and another's targets in it.</summary>
    public static Step And(this Step step, Step other)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(other);
        return step with { Targets = [.. step.Targets, .. other.Targets] };
    }
}
