using OnCall.Domain.Escalation;

namespace OnCall.Application.Directory;

/// <summary>The kinds of target that people may write.</summary>
internal static class StepForm
{
    internal static bool TryKind(string? type, out TargetKind kind) =>
        Written.TryRead(type, out kind) && kind != TargetKind.Fallback;
}
