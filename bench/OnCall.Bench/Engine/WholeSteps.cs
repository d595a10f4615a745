using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Bench.Engine;

/// <summary>The whole step of one page by itself: the parts of our own sweep, for one page at a time, as the job of its trigger must do it.</summary>
internal sealed class WholeSteps(EngineHouse house, StepTimes times) : IPageSteps
{
    private readonly IClock _clock = house.Get<IClock>();

    public async Task WriteAsync(Guid page, CancellationToken cancellationToken)
    {
        var (pages, situations, changes) = (house.Get<IPageStore>(), house.Get<SituationReader>(), house.Get<ChangeWriter>());
        var escalation = (await pages.EscalationsAsync([new PageId(page)], cancellationToken))[0];
        var now = _clock.GetCurrentInstant();
        var hospital = await situations.ReadAloneAsync(SituationNeeds.Of(escalation), now, cancellationToken);
        var decision = EscalationRules.Advance(escalation, hospital.Situation, now);
        if ((await pages.SaveAsync([changes.Write(decision.Escalation, decision.Effects, hospital, now)], cancellationToken)).Lost.Count > 0)
        {
            throw new InvalidOperationException($"Page {page} was not moved.");
        }

        times.Written(page, _clock.GetCurrentInstant());
    }
}
