using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Gaps;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>
/// Tells the schedulers of the nearest unit upwards that has any, and those further up as long as nobody can be reached, that a roster was not
/// put in force.
/// </summary>
public sealed class PullTelling(IDirectoryReads directory, IPersonStore people, NoticeDraft draft, IClock clock)
{
    private static readonly Duration Lasts = Duration.FromDays(1);

    internal async Task<IReadOnlyList<NewNotice>> NoticesAsync(StoredPull pull, PullStep step, PullState state, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var above = await directory.UnitAndAboveAsync(pull.OrgUnit, cancellationToken);
        var circles = (await WarnedCircles.LoadAsync(directory, people, cancellationToken)).Of([.. above.Select(u => u.Id)]);
        var facts = new RosterPullHeldFacts(pull.Code, step.Why, step.Outcome == RosterPullOutcome.Held ? state.Held : null);
        var told = new List<Person>();
        foreach (var circle in circles)
        {
            told.AddRange(circle);
            if (circle.Any(p => draft.Reaches(p, NoticeUrgency.Quiet)))
            {
                break;
            }
        }

        return [.. told.Select(p => draft.To(p, $"roster-pull:{pull.Id}:{now.ToUnixTimeMilliseconds()}", facts, NoticeUrgency.Quiet, now + Lasts))];
    }
}
