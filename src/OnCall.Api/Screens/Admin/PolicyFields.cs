using OnCall.Application.Directory;

namespace OnCall.Api.Screens.Admin;

/// <summary>What the form of a policy posts.</summary>
internal sealed class PolicyFields
{
    /// <summary>The code of the policy that is changed; empty for a new one.</summary>
    public string? Was { get; set; }

    /// <summary>Stands for what the form was filled from (<see cref="Shown"/>).</summary>
    public string? Seen { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }

    public List<StepFields> Steps { get; set; } = [];

    public string? OutcomeMinutes { get; set; }

    public string? OutcomeSeconds { get; set; }

    /// <summary>The role that a dry run pages.</summary>
    public string? DryRole { get; set; }

    public string? DryUrgency { get; set; } = "urgent";

    /// <summary>Which button was pressed: <c>up:1</c>, <c>down:0</c>, <c>remove:2</c>, <c>target:0</c>, <c>add</c>.</summary>
    public string? Act { get; set; }

    internal static PolicyFields New => new()
    {
        Steps = [.. new[] { ("tier1", "2"), ("tier2", "3"), ("desk", "5") }.Select(s => new StepFields { Minutes = s.Item2, Seconds = "0", Targets = [new() { Type = s.Item1 }] })],
    };

    internal static PolicyFields Of(PolicyView policy)
    {
        var (minutes, seconds) = WaitFields.Write(policy.OutcomeWithinSeconds);
        return new()
        {
            Was = policy.Code, Seen = Shown.Mark(policy), Code = policy.Code, Name = policy.Name, Steps = [.. policy.Steps.Select(StepFields.Of)], OutcomeMinutes = minutes, OutcomeSeconds = seconds,
        };
    }

    internal IReadOnlyList<StepBody> StepBodies => [.. Steps.Select(s => s.ToBody())];

    internal PutPolicyRequest ToRequest() => new(Was.Filled() ?? Code.Filled(), Name, StepBodies, WaitFields.Read(OutcomeMinutes, OutcomeSeconds));

    /// <summary>Does to the steps what the button says; one that does not fit them does nothing.</summary>
    internal void Change()
    {
        var (act, at) = (Act ?? "").Split(':') is [var name, var number] ? (name, number.Number() ?? -1) : (Act, -1);
        switch (act)
        {
            case "add":
                Steps.Add(new StepFields { Minutes = "2", Seconds = "0", Targets = [new()] });
                break;
            case "target" when Has(at):
                Steps[at].Targets.Add(new TargetFields());
                break;
            case "remove" when Has(at):
                Steps.RemoveAt(at);
                break;
            case "up" when Has(at) && at > 0:
                (Steps[at - 1], Steps[at]) = (Steps[at], Steps[at - 1]);
                break;
            case "down" when Has(at) && at < Steps.Count - 1:
                (Steps[at + 1], Steps[at]) = (Steps[at], Steps[at + 1]);
                break;
            default:
                break;
        }
    }

    private bool Has(int at) => at >= 0 && at < Steps.Count;
}
