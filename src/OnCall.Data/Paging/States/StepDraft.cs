using OnCall.Domain.Escalation;

namespace OnCall.Data.Paging.States;

/// <summary>A step while it is read.</summary>
internal sealed class StepDraft
{
    public int? WaitSeconds { get; set; }

    public IReadOnlyList<StepTarget> Targets { get; set; } = [];

    public int Acknowledgements { get; set; } = 1;

    public int Repeat { get; set; }

    public Step ToStep() => new(WaitSeconds ?? throw Missing.Of("waitSeconds"), Targets, Acknowledgements, Repeat);
}
