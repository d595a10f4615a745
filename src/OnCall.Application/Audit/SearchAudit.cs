using System.Globalization;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;

namespace OnCall.Application.Audit;

/// <summary>Finds entries of the audit trail, the newest first. Each search is an entry itself, written before it is answered.</summary>
public sealed class SearchAudit(IAuditReads reads, IAuditWriter writer, IAuditWords words, HouseZone house, IIdSource ids, IClock clock)
{
    public const int MostItems = 100;

    public async Task<Answer<ListOf<AuditEntryView>>> RunAsync(Caller caller, AuditRequest request, CancellationToken cancellationToken)
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

        var found = await reads.FindAsync(filter, before, MostItems, cancellationToken);
        var entry = new AuditEntry(clock.GetCurrentInstant(), caller.Key, "audit.read", "audit", AuditForm.Detail(request, words, ids.NewId()));
        await writer.AppendAsync([entry], cancellationToken);
        var next = found.Count == MostItems ? found[^1].Entry.Seq.ToString(CultureInfo.InvariantCulture) : null;
        return new ListOf<AuditEntryView>([.. found.Select(AuditEntryView.Of)], next);
    }
}
