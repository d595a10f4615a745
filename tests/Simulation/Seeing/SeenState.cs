using NodaTime;
using OnCall.Data.Paging.States;
using OnCall.Data.Sealing;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;

namespace OnCall.Simulation.Tests.Seeing;

/// <summary>A page as one transaction left it.</summary>
/// <param name="At">True time of the commit.</param>
internal sealed record SeenState(Instant At, long Commit, string Writer, PageId Page, int Version, EscalationPhase Phase, bool IsOpen, Instant? DueAt, string Json)
{
    private readonly Lazy<Escalation> _escalation = new(() => TestSeal.Instance.Opened(StateJson.Read(Json)), LazyThreadSafetyMode.None);

    public Escalation Escalation => _escalation.Value;
}
