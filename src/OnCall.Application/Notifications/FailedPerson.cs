using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Paging;

namespace OnCall.Application.Notifications;

/// <summary>Stops waiting for somebody whose every channel has failed: the page goes on to the next people at once.</summary>
public sealed class FailedPerson(INotificationStore outbox, IPageStore pages, SituationReader situations, ChangeWriter changes, IClock clock, IWorkSignal signal)
{
    private const int MostTries = 8;

    public async Task ConsiderAsync(PageId page, PersonId? person, CancellationToken cancellationToken)
    {
        if (person is not { } failed || !await outbox.HasFailedAsync(page, failed, cancellationToken))
        {
            return;
        }

        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var escalation = (await pages.LoadAsync([page], cancellationToken))[0].Escalation;
            var now = clock.GetCurrentInstant();
            var hospital = await situations.ReadAsync(SituationNeeds.Of(escalation), now, cancellationToken);
            var decision = EscalationRules.ChannelsFailed(escalation, failed, hospital.Situation, now);
            if (decision.Effects.Count == 0)
            {
                return;
            }

            if ((await pages.SaveAsync([changes.Write(decision.Escalation, decision.Effects, hospital, now)], cancellationToken)).Count == 0)
            {
                signal.PageChanged(page);
                return;
            }
        }
    }
}
