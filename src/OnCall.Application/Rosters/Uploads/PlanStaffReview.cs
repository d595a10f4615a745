using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Files;
using OnCall.Domain.Directory;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>Warns, in the words of uploads, of what shifts that came by no file ask of their people.</summary>
public sealed class PlanStaffReview(IRosterReads rosters, IDirectoryReads directory, IIdSource ids)
{
    // A stretch without a break may have begun before, or end after.
    private static readonly Duration Around = Duration.FromDays(2);

    /// <param name="problems">What is found is added to these; the row counts the shifts from 1.</param>
    /// <param name="shifts">In order of start.</param>
    /// <param name="plan">What puts them in force.</param>
    /// <param name="known">The people of the shifts.</param>
    /// <param name="scope">Their role.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task ReviewAsync(
        RosterProblems problems, IReadOnlyList<NewShift> shifts, PublicationPlan plan, IReadOnlyList<Person> known, RoleScope scope, CancellationToken cancellationToken)
    {
        if (shifts.Count == 0)
        {
            return;
        }

        var asked = shifts.Select(s => s.Person).ToHashSet();
        var inForce = await rosters.OfPeopleAsync(asked, shifts[0].Start - Around, shifts.Max(s => s.End) + Around, cancellationToken);
        var after = inForce.After(plan);
        var roles = new RoleBook(await directory.RolesAsync([.. after.Select(d => d.Role).Append(scope.Role.Id).Distinct()], cancellationToken), create: false, ids);
        var reading = new RosterReading("", "", shifts.Count, new RosterColumns("", "", "", "", "", "", ""), [], problems);
        List<MatchedShift> rows = [.. shifts.Select((s, i) => new MatchedShift(i + 1, s))];
        new StaffReview(reading, roles, after, known.ToDictionary(p => p.Id, p => p.Name), scope.Zone).Review(rows);
        DemandReview.Review(reading, roles, known, rows);
    }
}
