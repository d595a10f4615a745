using NodaTime;
using NodaTime.Text;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Retention;

/// <summary>The reports of the purge, for auditors and administrators of the whole hospital, the newest first.</summary>
public sealed class ReadRetentionRuns(IRetentionRuns runs, IHoldStore holds, IOrgUnitStore units)
{
    private const int Part = 100;

    /// <param name="cursor">As the part before gave it.</param>
    public async Task<Answer<ListOf<RetentionRunView>>> RunAsync(Caller caller, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!AuditAccess.IsFor(caller))
        {
            return Refusal.Forbidden("The reports of the purge are for auditors and administrators of the whole hospital.");
        }

        Instant? before = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (InstantPattern.ExtendedIso.Parse(cursor) is not { Success: true } read)
            {
                return Refusal.Invalid(new InputProblem("cursor", "Send the cursor as the part before gave it."));
            }

            before = read.Value;
        }

        var found = await runs.ListAsync(before, Part, cancellationToken);
        var tree = await units.TreeAsync(cancellationToken);
        var labels = found.Any(r => r.Held.Count > 0) ? (await holds.AllAsync(cancellationToken)).ToDictionary(h => h.Id.Value, h => h.Label) : [];
        return new ListOf<RetentionRunView>(
            [.. found.Select(r => View(r, tree, labels))], found.Count == Part ? InstantPattern.ExtendedIso.Format(found[^1].StartedAt) : null);
    }

    /// <summary>All of them as CSV.</summary>
    public async Task<Answer<string>> CsvAsync(Caller caller, CancellationToken cancellationToken)
    {
        var text = new System.Text.StringBuilder(RetentionCsv.Headings);
        string? cursor = null;
        do
        {
            var part = await RunAsync(caller, cursor, cancellationToken);
            if (!part.Ok)
            {
                return part.Refusal;
            }

            text.AppendJoin("", part.Value.Items.SelectMany(RetentionCsv.Lines));
            cursor = part.Value.Next;
        }
        while (cursor is not null);
        return text.ToString();
    }

    private static RetentionRunView View(RetentionRun run, OrgTree tree, Dictionary<Guid, string> labels) => new(
        run.Id.Value, run.StartedAt, run.EndedAt, run.Outcome is { } outcome ? Written.Of(outcome) : null,
        [.. run.Purged.Select(p => new PurgedLine(Written.Of(p.Class), Written.Of(p.Kind), tree.Find(p.OrgUnit)?.Code, p.Days, p.Purged, p.OldestAt, p.NewestAt))],
        [.. run.Held.Select(h => new HeldLine(Written.Of(h.Class), Written.Of(h.Kind), h.Hold.Value, labels.GetValueOrDefault(h.Hold.Value, ""), h.Held))]);
}
