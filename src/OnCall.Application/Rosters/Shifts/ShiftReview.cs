using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Shifts;

/// <summary>Warns of what a scheduler would want to know before a shift is put on by hand, or taken off, in the words of uploads.</summary>
public sealed class ShiftReview(IDirectoryReads directory, ChannelSet channels, PlanStaffReview staff)
{
    /// <param name="place">Where the change is.</param>
    /// <param name="plan">What it does.</param>
    /// <param name="put">The shift that is put on; null where one is taken off.</param>
    /// <param name="now">What is past is not warned of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<IReadOnlyList<RosterProblem>> ReviewAsync(ShiftPlace place, PublicationPlan plan, NewShift? put, Instant now, CancellationToken cancellationToken)
    {
        var problems = new RosterProblems();
        WarnOfRoster(problems, place, plan, now);
        if (put is not null && !plan.IsUnchanged)
        {
            await WarnOfStaffAsync(problems, place, plan, put, cancellationToken);
        }

        return problems.ToList();
    }

    private static void WarnOfRoster(RosterProblems problems, ShiftPlace place, PublicationPlan plan, Instant now)
    {
        var (scope, gone) = (place.Scope, plan.Superseded.ToHashSet());
        var after = place.Roster with
        {
            Shifts = [.. place.Roster.Shifts.Where(s => !gone.Contains(s.Id)), .. plan.Added.Select(s => new Shift(default, s.Role, s.Person, s.Tier, s.Start, s.End, s.Label))],
        };
        var from = Instant.Max(place.From, now);
        if (from >= place.To)
        {
            return;
        }

        foreach (var cover in FindingWords.CoversLeft(after.Covers, [.. after.Shifts.Select(NewShift.Of)]).Where(c => c.Start < place.To && from < c.End))
        {
            problems.Warn(0, "", "cover-left", FindingWords.CoverLeft(cover, scope.Role.Name, scope.Zone));
        }

        foreach (var finding in RosterGap.Find(RoleTimeline.Of(after), scope.Role.Coverage, scope.Zone, scope.Holidays, from, place.To))
        {
            if (finding.Kind == RosterFindingKind.Uncovered)
            {
                problems.Warn(0, "", "gap", $"Nobody is on '{scope.Role.Name}' from {FindingWords.Time(finding.Start, scope.Zone)} to {FindingWords.Time(finding.End, scope.Zone)}.");
            }
            else
            {
                problems.Warn(0, "", FindingWords.Code(finding), FindingWords.Number(finding, scope.Role.Name, scope.Zone));
            }
        }
    }

    private async Task WarnOfStaffAsync(RosterProblems problems, ShiftPlace place, PublicationPlan plan, NewShift shift, CancellationToken cancellationToken)
    {
        var person = (await directory.PeopleAsync([shift.Person], cancellationToken))[0];
        if (WorkingMethods.Of(person, channels.Works).Count == 0)
        {
            problems.Warn(
                0, "", "no-working-contact-method",
                $"{person.Name} has no verified contact method on a channel that works here, and counts as unreachable outside the app. Verify one before the shift begins.",
                person.EmployeeNo);
        }

        await staff.ReviewAsync(problems, [shift], plan, [person], place.Scope, cancellationToken);
    }
}
