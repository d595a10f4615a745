using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Looks at what an upload would put in force, and warns of everything that a scheduler would want to know before.</summary>
public sealed class UploadReview(IRosterReads rosters, IRosterUploads uploads, IDirectoryReads directory, ChannelSet channels, IClock clock)
{
    /// <summary>How long a publication of somebody else is news.</summary>
    private static readonly Duration News = Duration.FromDays(7);

    internal async Task ReviewAsync(Caller caller, MatchedRoster matched, RosterView view, PublicationPlan plan, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var review = new RosterReview(matched.Reading, view, matched.Roles, matched.People.Inactive);
        var byRole = matched.Shifts.ToLookup(m => m.Shift.Role);
        foreach (var range in plan.Ranges)
        {
            review.Review(range, [.. byRole[range.Role]], matched.Scopes.GetValueOrDefault(range.Role), zone);
        }

        await ReviewPeopleAsync(matched, plan, zone, cancellationToken);
        await WarnOfOthersAsync(caller, matched, plan, zone, cancellationToken);
    }

    private async Task ReviewPeopleAsync(MatchedRoster matched, PublicationPlan plan, DateTimeZone zone, CancellationToken cancellationToken)
    {
        List<PersonId> people = [.. matched.Shifts.Select(m => m.Shift.Person).Distinct()];

        // A stretch without a break may have begun before the upload, or end after it.
        var (from, to) = (plan.Ranges.Min(r => r.Start) - Duration.FromDays(2), plan.Ranges.Max(r => r.End) + Duration.FromDays(2));
        var inForce = await rosters.OfPeopleAsync(people, from, to, cancellationToken);
        var known = await directory.PeopleAsync(people, cancellationToken);
        var names = known.ToDictionary(p => p.Id, p => p.Name);
        foreach (var made in matched.People.New)
        {
            names.TryAdd(made.Id, made.Name);
        }

        new StaffReview(matched.Reading, matched.Roles, inForce.After(plan), names, zone).Review(matched.Shifts);
        DemandReview.Review(matched.Reading, matched.Roles, known, matched.Shifts);
        WarnOfUnreachable(matched, [.. known]);
    }

    private void WarnOfUnreachable(MatchedRoster matched, List<Person> known)
    {
        var first = matched.Shifts.GroupBy(m => m.Shift.Person).ToDictionary(g => g.Key, g => g.Min(m => m.Row));
        foreach (var person in known.Where(p => p.Active && p.ContactMethods.Count > 0 && WorkingMethods.Of(p, channels.Works).Count == 0))
        {
            matched.Reading.Problems.Warn(
                first[person.Id],
                matched.Reading.Columns.EmployeeNo,
                "no-working-contact-method",
                $"{person.Name} has no verified contact method on a channel that works here, and counts as unreachable outside the app. Verify one before the shift begins.",
                person.EmployeeNo);
        }
    }

    private async Task WarnOfOthersAsync(Caller caller, MatchedRoster matched, PublicationPlan plan, DateTimeZone zone, CancellationToken cancellationToken)
    {
        var since = clock.GetCurrentInstant() - News;
        var stored = plan.Ranges.Where(r => matched.Scopes.ContainsKey(r.Role)).ToList();
        if (plan.IsUnchanged || stored.Count == 0)
        {
            return;
        }

        var earlier = await uploads.PublishedOverAsync([.. stored.Select(r => r.Role)], stored.Min(r => r.Start), stored.Max(r => r.End), since, cancellationToken);
        foreach (var range in stored)
        {
            var others = earlier.Where(e => e.Role == range.Role && range.Touches(e.Start, e.End) && !string.Equals(e.CreatedBy, caller.Name, StringComparison.Ordinal));
            if (others.MaxBy(e => e.PublishedAt) is { } last)
            {
                var row = matched.Shifts.First(m => m.Shift.Role == range.Role).Row;
                matched.Reading.Problems.Warn(row, matched.Reading.Columns.Role, "published-by-another", $"{last.CreatedBy} published '{last.FileName}' for '{matched.Roles.NameOf(range.Role)}' and this time on {last.PublishedAt.InZone(zone):uuuu-MM-dd HH:mm}. This upload replaces what it says.");
            }
        }
    }
}
