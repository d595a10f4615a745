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
public sealed class ShiftReview(IRosterReads rosters, IDirectoryReads directory, ChannelSet channels, IIdSource ids)
{
    private static readonly Duration Around = Duration.FromDays(2);

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

        foreach (var cover in after.Covers.Where(c => c.Instead is { } relieved && c.Start < place.To && from < c.End && !IsOn(relieved, c)))
        {
            problems.Warn(0, "", "cover-left", $"A cover on '{scope.Role.Name}' from {Text(cover.Start, scope)} to {Text(cover.End, scope)} replaces somebody who is no longer on. It stays in force: remove it if it is not meant.");
        }

        foreach (var finding in RosterGap.Find(RoleTimeline.Of(after), scope.Role.Coverage, scope.Zone, scope.Holidays, from, place.To))
        {
            var (start, end) = (Text(finding.Start, scope), Text(finding.End, scope));
            switch (finding.Kind)
            {
                case RosterFindingKind.Uncovered:
                    problems.Warn(0, "", "gap", $"Nobody is on '{scope.Role.Name}' from {start} to {end}.");
                    break;
                case RosterFindingKind.TooFew:
                    problems.Warn(0, "", "too-few", $"'{scope.Role.Name}' has fewer primaries than it needs from {start} to {end}: {finding.People}.");
                    break;
                default:
                    problems.Warn(0, "", "overlap", $"'{scope.Role.Name}' has more than one primary from {start} to {end}: {finding.People}.");
                    break;
            }
        }

        bool IsOn(PersonId person, Cover cover) => after.Shifts.Any(s => s.Person == person && s.Start < cover.End && cover.Start < s.End)
            || after.Covers.Any(c => c.Person == person && c.Start < cover.End && cover.Start < c.End);
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

        // A stretch without a break may have begun before, or end after.
        var inForce = await rosters.OfPeopleAsync([shift.Person], shift.Start - Around, shift.End + Around, cancellationToken);
        var after = inForce.After(plan);
        var roles = new RoleBook(await directory.RolesAsync([.. after.Select(d => d.Role).Append(shift.Role).Distinct()], cancellationToken), create: false, ids);
        var reading = new RosterReading("hand", "", 1, new RosterColumns("", "", "", "", "", "", ""), [], problems);
        List<MatchedShift> rows = [new MatchedShift(1, shift)];
        new StaffReview(reading, roles, after, new Dictionary<PersonId, string> { [person.Id] = person.Name }, place.Scope.Zone).Review(rows);
        DemandReview.Review(reading, roles, [person], rows);
    }

    private static string Text(Instant at, RoleScope scope) => at.InZone(scope.Zone).ToString("uuuu-MM-dd HH:mm", null);
}
