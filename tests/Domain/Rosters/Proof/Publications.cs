using OnCall.Domain.Rosters;

namespace OnCall.Domain.Tests.Rosters.Proof;

/// <summary>Uploads published one after the other, each against the roster painted over with it; then all of them undone.</summary>
internal static class Publications
{
    public static string? Difference(Reading reading, Trial<WrittenUploads> trial, Tally tally)
    {
        var strip = new WallStrip(trial.Change, EveryMinute.Hours);
        var (model, stored) = (new PaintedRoster(strip), new StoredRoster());
        model.Add(trial.Written.Before);
        stored.Apply([], Drafts(reading, trial, trial.Written.Before));
        tally.Count(trial.Change, strip.Count * PaintedRoster.Roles * trial.Written.Uploads.Count);
        var undo = new Stack<(PublicationPlan Plan, IReadOnlyList<ShiftId> Added, HashSet<ShiftId> Before)>();
        foreach (var rows in trial.Written.Uploads)
        {
            var (before, inForce, upload) = (stored.Ids, stored.InForce.ToList(), Drafts(reading, trial, rows));
            var plan = reading.Plan(RosterPublication.Plan(stored.InForce, upload));
            undo.Push((plan, stored.Apply(plan.Superseded, plan.Added), before));
            model.PaintOver(rows, inForce);
            if ((model.Difference(PaintedRoster.Of(strip, stored.InForce)) ?? Repeated(reading, stored, upload)) is { } wrong)
            {
                return $"after upload {undo.Count}: {wrong}";
            }
        }

        while (undo.TryPop(out var last))
        {
            stored.Undo(last.Plan.Superseded, last.Added);
            if (!stored.Ids.SetEquals(last.Before))
            {
                return $"undoing upload {undo.Count + 1} does not bring back the shifts before it";
            }
        }

        return null;
    }

    private static string? Repeated(Reading reading, StoredRoster stored, List<NewShift> upload) =>
        reading.Plan(RosterPublication.Plan(stored.InForce, [.. Enumerable.Reverse(upload)])) is { IsUnchanged: true, Changes: { Added: 0, Changed: 0, Removed: 0 } } ? null
            : "the same upload again would change something";

    private static List<NewShift> Drafts(Reading reading, Trial<WrittenUploads> trial, IEnumerable<RoleShift> rows) =>
        rows.Select(row => reading.Draft(trial.Change.Zone, row)).Where(draft => draft.Start < draft.End).ToList();
}
