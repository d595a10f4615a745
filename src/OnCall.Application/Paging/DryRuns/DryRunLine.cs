using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Paging.DryRuns;

/// <summary>One thing that would happen.</summary>
/// <param name="At">A UTC instant.</param>
/// <param name="Kind"><c>asked</c>, <c>asked-again</c>; else as in a page's trail: <c>step-started</c>, <c>unreachable</c>, <c>uncovered</c>, <c>fallback-role</c>, <c>handed-over</c>, <c>desk-reached</c>.</param>
/// <param name="Who">Whose name; null for a role's own device, and where it is about nobody.</param>
/// <param name="Channel">By what they are asked; null where nobody is.</param>
/// <param name="Detail">In the words of the trail; empty where somebody is asked.</param>
public sealed record DryRunLine(Instant At, string Kind, string? Who, ContactMethodKind? Channel, string Detail);
