using System.Security.Cryptography;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Application.Retention;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Alarms;
using OnCall.Domain.Exports;
using OnCall.Domain.Paging;
using OnCall.Domain.Retention;

namespace OnCall.Application.Exports;

/// <summary>
/// Exports a page with all that is known of it as a signed file, for administrators and auditors of its unit. The audit entry, which has the file's
/// hash, is written before anybody has the file: without it there is none.
/// </summary>
public sealed class ExportPage(
    PageMoves moves, PageReader reader, HoldUnits units, IDirectoryReads directory, IAttemptTrail attempts, IAuditReads audit, IAuditWriter writer, IAuditWords words, ExportKeys keys,
    HouseZone house, IIdSource ids, IClock clock)
{
    /// <summary>The longest reason, in characters: it must fit at the foot of a printed page.</summary>
    public const int MostReason = 300;

    private const int Part = 1000;

    /// <summary>Whether this caller may; whoever may not read the page may not.</summary>
    public async Task<bool> MayAsync(Caller caller, PageId page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return RetentionAccess.IsReader(caller) && RetentionAccess.MayRead(caller, await units.OfAsync(HoldTarget.Of(page), cancellationToken));
    }

    public async Task<Answer<ExportedFile>> RunAsync(Caller caller, PageId page, ExportBody body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(body);
        if (await moves.FindAsync(page, cancellationToken) is not { } record || record.Page.Role == SelfTest.Role)
        {
            return PageProblems.UnknownPage;
        }

        if (!await MayAsync(caller, page, cancellationToken))
        {
            return Refusal.Forbidden("Only administrators and auditors of a page's unit export it.");
        }

        var problems = Problems(body, out var form);
        if (problems.Count > 0)
        {
            return Refusal.Invalid(problems);
        }

        var mark = new ExportMark(ids.NewId(), clock.GetCurrentInstant(), caller.Key, caller.Name, body.Reason!.Trim());
        var export = new PageExport(
            PageExport.Version, mark, await reader.ViewAsync(record, cancellationToken), await attempts.OfAsync(page, cancellationToken), await EntriesAsync(record, cancellationToken));
        using var key = await keys.CurrentAsync(cancellationToken);
        var file = SignedFile.Seal(form, form == ExportForm.Json ? ExportJson.Of(export) : ExportHtml.Of(export, await ZoneAsync(record, cancellationToken)), key);
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var detail = new { export = mark.Id.ToString("D"), sha256 = hash, form, key = SignedFile.IdOf(key), words = mark.Id, reason = words.Seal(mark.Id, mark.Reason) };
        await writer.AppendAsync([DirectoryAudit.Entry(mark.At, caller, "page.export", $"page:{page}", detail)], cancellationToken);
        return new ExportedFile($"page-{record.Page.Reference.Value}-{mark.Id:N}.{(form == ExportForm.Json ? "json" : "html")}", form, file, hash);
    }

    private static List<InputProblem> Problems(ExportBody body, out ExportForm form)
    {
        var problems = new List<InputProblem>();
        form = ExportForm.Html;
        if (!string.IsNullOrEmpty(body.Form) && !Written.TryRead(body.Form, out form))
        {
            problems.Add(new InputProblem("form", $"Give one of: {Written.All<ExportForm>()}.", body.Form));
        }

        if (string.IsNullOrWhiteSpace(body.Reason) || body.Reason.Trim().Length > MostReason)
        {
            problems.Add(new InputProblem("reason", $"Say why, in {MostReason} characters at the most."));
        }

        return problems;
    }

    private async Task<DateTimeZone> ZoneAsync(PageRecord record, CancellationToken cancellationToken) =>
        (await directory.RolesAsync([record.Escalation.Role], cancellationToken)) is [var role]
            ? house.Of(role, role.OrgUnit is { } unit ? await directory.UnitAndAboveAsync(unit, cancellationToken) : [])
            : house.Zone;

    // Entries carry times of the node that wrote them: an hour before is before all of them.
    private async Task<IReadOnlyList<AuditEntryView>> EntriesAsync(PageRecord record, CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(record.Page.SentAt - Duration.FromHours(1), null, null, null, $"page:{record.Page.Id}", null);
        var found = new List<AuditEntryView>();
        long? before = null;
        IReadOnlyList<FoundAuditEntry> part;
        do
        {
            part = await audit.FindAsync(filter, before, Part, cancellationToken);
            found.AddRange(part.Select(AuditEntryView.Of));
            before = part.Count > 0 ? part[^1].Entry.Seq : before;
        }
        while (part.Count == Part);
        found.Reverse();
        return found;
    }
}
