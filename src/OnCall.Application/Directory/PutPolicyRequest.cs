using System.Text.Json.Serialization;

namespace OnCall.Application.Directory;

/// <summary>A policy as it is to be from now on. Pages already sent keep the one they were sent with.</summary>
/// <param name="Code">In a body it may be left out, else it is that of the path.</param>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Steps">1 to 20.</param>
/// <param name="OutcomeWithinSeconds">
/// 60 to 86,400: so long after an acknowledgement those who have the page are asked what came of it, and it goes on when they stay silent.
/// Left out: nobody asks. Routine pages are never asked about.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PutPolicyRequest(string? Code, string? Name, IReadOnlyList<StepBody>? Steps, int? OutcomeWithinSeconds = null);
