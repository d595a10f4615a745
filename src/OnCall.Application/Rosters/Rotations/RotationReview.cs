using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;

namespace OnCall.Application.Rosters.Rotations;

/// <summary>Warns of what a scheduler would want to know before a rotation's shifts are in force, in the words of uploads.</summary>
public sealed class RotationReview(IDirectoryReads directory, ChannelSet channels, PlanStaffReview staff)
{
    internal async Task<IReadOnlyList<RosterProblem>> ReviewAsync(PlannedRotation planned, RoleScope scope, CancellationToken cancellationToken)
    {
        var shifts = planned.Shifts();
        var (rotation, to) = (planned.Rotation.Rotation, planned.Rotation.MadeTo);
        var problems = new RosterProblems();
        RotationFindings.WarnOfRoster(problems, planned, scope);
        RotationFindings.WarnOfClocks(problems, rotation, scope, planned.From, to);
        RotationFindings.WarnOfOthers(problems, planned, scope);
        var known = (await directory.PeopleAsync([.. rotation.Everybody], cancellationToken)).OrderBy(p => p.EmployeeNo, StringComparer.Ordinal).ToList();
        foreach (var person in known)
        {
            WarnOfPerson(problems, person);
        }

        await staff.ReviewAsync(problems, shifts, planned.Plan, known, scope, cancellationToken);
        return problems.ToList();
    }

    private void WarnOfPerson(RosterProblems problems, Person person)
    {
        if (!person.Active)
        {
            problems.Warn(0, "", "inactive-person", $"{person.Name} is not active and is never paged: these turns are gaps. Take them out of the rotation.", person.EmployeeNo);
        }
        else if (person.ContactMethods.Count == 0)
        {
            problems.Warn(0, "", "no-contact-method", $"{person.Name} has no contact method and can be reached in the app only. Add one before the shift begins.", person.EmployeeNo);
        }
        else if (WorkingMethods.Of(person, channels.Works).Count == 0)
        {
            problems.Warn(
                0, "", "no-working-contact-method",
                $"{person.Name} has no verified contact method on a channel that works here, and counts as unreachable outside the app. Verify one before the shift begins.",
                person.EmployeeNo);
        }
    }
}
