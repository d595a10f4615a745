namespace OnCall.Domain.Escalation;

/// <summary>One step of a policy.</summary>
/// <param name="WaitSeconds">From this step's start to the next step's, in seconds; at least one second passes.</param>
/// <param name="Acknowledgements">How many different people must acknowledge; 1 is usual.</param>
/// <param name="Repeat">How many further times the step runs before the next one, its roster read again each time.</param>
public sealed record Step(int WaitSeconds, IReadOnlyList<StepTarget> Targets, int Acknowledgements = 1, int Repeat = 0)
{
    /// <summary>Calls the desk and nobody else.</summary>
    public bool IsDeskOnly => Targets.All(t => t.Kind == TargetKind.Desk);

    /// <summary>Runs only for a page that has reached nobody.</summary>
    public bool IsFallbackOnly => Targets.Count > 0 && Targets.All(t => t.Kind == TargetKind.Fallback);
}
