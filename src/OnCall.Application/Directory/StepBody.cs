using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A step, as written and as shown.</summary>
/// <param name="WaitSeconds">5 to 86,400, from this step's start to the next step's.</param>
/// <param name="Targets">1 to 20.</param>
/// <param name="Acknowledgements">How many different people must acknowledge; left out: 1.</param>
/// <param name="Repeat">How many further times the step runs, 0 to 20; left out: 0.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record StepBody(int? WaitSeconds, IReadOnlyList<StepTargetBody>? Targets, int? Acknowledgements = null, int? Repeat = null);
