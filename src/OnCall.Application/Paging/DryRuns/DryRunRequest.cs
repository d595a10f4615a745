using System.Text.Json.Serialization;
using OnCall.Application.Directory;

namespace OnCall.Application.Paging.DryRuns;

/// <summary>A page that nobody sends.</summary>
/// <param name="Role">Code, name or alias.</param>
/// <param name="Urgency"><c>code</c>, <c>urgent</c>, <c>critical-result</c> or <c>routine</c>.</param>
/// <param name="Policy">Code of the policy to go by; left out: the role's own.</param>
/// <param name="Steps">The steps of a policy that is not saved, in the place of <paramref name="Policy"/>: 1 to 20.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DryRunRequest(string? Role, string? Urgency, string? Policy = null, IReadOnlyList<StepBody>? Steps = null);
