using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>A line of the file of anchors.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Anchor">Null where the line is not one.</param>
public sealed record AnchorLine(int Number, AuditAnchor? Anchor);
