using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Escalation;

/// <summary>The defaults of an urgency class.</summary>
public static class UrgencyClass
{
    private static readonly Step[] NoSteps = [];

    /// <summary>How often the desk rings for a page that stands there; null rings never.</summary>
    public static Duration? DeskRepeat(Urgency urgency) => urgency switch
    {
        Urgency.Code => Duration.FromSeconds(30),
        Urgency.Urgent or Urgency.CriticalResult => Duration.FromMinutes(2),
        Urgency.Routine => null,
    };

    /// <summary>How often everybody asked is asked again; null never.</summary>
    public static Duration? Repeat(Urgency urgency) => urgency switch
    {
        Urgency.Code => Duration.FromSeconds(30),
        Urgency.Urgent or Urgency.CriticalResult or Urgency.Routine => null,
    };

    /// <summary>When the desk must have the page whatever the steps say, from acceptance; null leaves it to the steps.</summary>
    public static Duration? DeskDeadline(Urgency urgency) => urgency switch
    {
        Urgency.Code => Duration.FromSeconds(60),
        Urgency.Routine => Duration.FromHours(4),
        Urgency.Urgent or Urgency.CriticalResult => null,
    };

    /// <summary>How long a dispatcher's take-over keeps the desk quiet.</summary>
    public static Duration TakeOver(Urgency urgency) =>
        urgency == Urgency.Code ? Duration.FromMinutes(1) : Duration.FromMinutes(5);

    /// <summary>
    /// How long those who acknowledge have to say what came of it. Only where a policy says so: whoever took a page may be at the bedside with
    /// both hands full. Never for a routine page, which has no step to go on to and rings nobody.
    /// </summary>
    public static Duration? OutcomeWithin(EscalationPolicy? policy, Urgency urgency) =>
        urgency != Urgency.Routine && policy?.OutcomeWithinSeconds is { } seconds ? Duration.FromSeconds(seconds) : null;

    /// <summary>
    /// The steps that a page runs: the policy's own, or the default (tier 1; tier 2; tier 3, else the fallback role; the desk).
    /// A policy's waits replace the class's, but a code never waits longer than 30 s. Whatever a policy forgets, a page that
    /// reached nobody tries the fallback role, and every page ends at the desk.
    /// </summary>
    public static IReadOnlyList<Step> StepsFor(EscalationPolicy? policy, Urgency urgency)
    {
        if (urgency == Urgency.Routine)
        {
            return NoSteps;
        }

        var waits = Waits(urgency);
        if (policy is null)
        {
            return
            [
                new Step(waits[0], [new StepTarget(TargetKind.Tier, Tier: 1)]),
                new Step(waits[1], [new StepTarget(TargetKind.Tier, Tier: 2)]),
                new Step(waits[2], [new StepTarget(TargetKind.Tier, Tier: 3), new StepTarget(TargetKind.Fallback)]),
                new Step(waits[2], [new StepTarget(TargetKind.Desk)]),
            ];
        }

        var steps = policy.Steps.Select(s => urgency == Urgency.Code ? s with { WaitSeconds = Math.Min(s.WaitSeconds, waits[0]) } : s).ToList();
        if (steps.Count == 0 || steps[^1].Targets.All(t => t.Kind != TargetKind.Desk))
        {
            steps.Add(new Step(waits[2], [new StepTarget(TargetKind.Desk)]));
        }

        InsertFallback(steps, waits[2]);
        return steps;
    }

    // After the first people that the policy names, before the desk that follows them. A policy of the desk alone means the desk.
    private static void InsertFallback(List<Step> steps, int longestWait)
    {
        var people = steps.FindIndex(s => !s.IsDeskOnly);
        if (people < 0)
        {
            return;
        }

        var desk = steps.FindIndex(people, s => s.IsDeskOnly);
        var at = desk < 0 ? steps.Count : desk;
        steps.Insert(at, new Step(Math.Min(steps[at - 1].WaitSeconds, longestWait), [new StepTarget(TargetKind.Fallback)]));
    }

    // Seconds from one step to the next; summed they are the class's times from acceptance (urgent: 2, 5, 10 minutes).
    private static int[] Waits(Urgency urgency) => urgency switch
    {
        Urgency.Code => [30, 30, 30],
        Urgency.Urgent => [120, 180, 300],
        Urgency.CriticalResult => [300, 600, 900],
        Urgency.Routine => [],
    };
}
