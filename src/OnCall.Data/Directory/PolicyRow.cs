using OnCall.Domain.Escalation;

namespace OnCall.Data.Directory;

/// <summary>A policy as its row has it.</summary>
internal sealed class PolicyRow
{
    public PolicyId PolicyId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Steps { get; set; } = "";

    public int? OutcomeWithinSeconds { get; set; }

    internal EscalationPolicy ToPolicy() => new(PolicyId, Code, Name, StepsJson.Read(Steps), OutcomeWithinSeconds);
}
