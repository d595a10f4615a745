using OnCall.Application.Rosters.Mine;

namespace OnCall.Application.Readiness;

/// <summary>Whether a page would be heard.</summary>
/// <param name="Shift">The caller's shift that goes on, or the next that begins within 12 hours; null where there is none, and nothing is asked of them.</param>
/// <param name="Ready">There is no shift, or there are ways to reach the caller and each has worked lately; how much that shows each says.</param>
/// <param name="Methods">What an urgent page would use besides the inbox, verified ones only; empty where there is no shift.</param>
public sealed record ReadinessView(MyShiftView? Shift, bool Ready, IReadOnlyList<MethodReadiness> Methods);
