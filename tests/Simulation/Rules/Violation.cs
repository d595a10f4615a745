using NodaTime;
using OnCall.Domain.Paging;

namespace OnCall.Simulation.Tests.Rules;

/// <summary>A rule that a run broke.</summary>
/// <param name="At">True time.</param>
internal sealed record Violation(string Rule, PageId? Page, Instant At, string What)
{
    public override string ToString() => $"{Rule} at {At:HH:mm:ss.fff}: {What}";
}
