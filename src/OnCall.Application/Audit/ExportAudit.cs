using System.Runtime.CompilerServices;
using NodaTime;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>All entries that a search would find, as CSV, the newest first, read and written part by part. The export is an entry itself.</summary>
public sealed class ExportAudit(IAuditReads reads, IAuditWriter writer, IAuditWords words, HouseZone house, IIdSource ids, IClock clock)
{
    private const int Part = 1000;

    public async Task<Answer<AuditExport>> RunAsync(Caller caller, AuditRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!AuditAccess.IsFor(caller))
        {
            return AuditAccess.NotForCaller;
        }

        var (filter, before, problems) = AuditForm.Read(request, house);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var entry = new AuditEntry(clock.GetCurrentInstant(), caller.Key, "audit.export", "audit", AuditForm.Detail(request, words, ids.NewId()));
        await writer.AppendAsync([entry], cancellationToken);
        return new AuditExport(LinesAsync(filter, before, cancellationToken));
    }

    private async IAsyncEnumerable<string> LinesAsync(AuditFilter filter, long? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return AuditCsv.Headings;
        IReadOnlyList<FoundAuditEntry> found;
        do
        {
            found = await reads.FindAsync(filter, before, Part, cancellationToken);
            foreach (var line in found)
            {
                yield return AuditCsv.Line(AuditEntryView.Of(line));
            }

            before = found.Count > 0 ? found[^1].Entry.Seq : before;
        }
        while (found.Count == Part);
    }
}
