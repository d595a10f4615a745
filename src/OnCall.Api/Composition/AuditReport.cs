using System.Globalization;
using System.Text;
using NodaTime.Text;
using OnCall.Application.Audit;
using OnCall.Domain.Audit;

namespace OnCall.Api.Composition;

/// <summary>What a check of the audit trail has found, for a terminal.</summary>
internal static class AuditReport
{
    /// <param name="from">The first place that was checked.</param>
    /// <param name="anchors">Where the anchors were looked for.</param>
    internal static string Of(AuditVerdict verdict, long from, string anchors)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Checked: {verdict.Places} sealed entries from place {from} on.");
        text.AppendLine(verdict.Head is { } head
            ? string.Create(CultureInfo.InvariantCulture, $"Head:    place {head.Place}, SHA-256 {head.Hash}, sealed {InstantPattern.ExtendedIso.Format(head.SealedAt)}")
            : "Head:    none");
        text.AppendLine(verdict.Anchors > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Anchors: {verdict.Anchors} in {anchors}")
            : $"Anchors: none in {anchors}. A chain that was made anew as a whole would not be found.");
        foreach (var finding in verdict.Findings)
        {
            text.AppendLine(Line(finding));
        }

        if (verdict.More > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"… and {verdict.More} more.");
        }

        foreach (var late in verdict.Late)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Late:    place {late.Seal.Place}, entry {late.Seal.EntrySeq}{About(late.Entry)} was sealed {InstantPattern.ExtendedIso.Format(late.Seal.SealedAt)}.");
        }

        if (verdict.Late.Count > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Late:    {verdict.Late.Count + verdict.MoreLate} in all. OnCall stood still then, or somebody added them later.");
        }

        text.AppendLine(verdict.Sound ? "Sound." : string.Create(CultureInfo.InvariantCulture, $"NOT SOUND: {verdict.Findings.Count + verdict.More} findings."));
        return text.ToString();
    }

    private static string Line(AuditFinding finding)
    {
        return string.Create(CultureInfo.InvariantCulture, $"- {finding.Kind}, place {Known(finding.Place)}, entry {Known(finding.Seq)}: {finding.What}{About(finding.Entry)}");
    }

    private static string About(StoredAuditEntry? entry) => entry is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" [{InstantPattern.ExtendedIso.Format(entry.At)} {Plain(entry.Actor)} {Plain(entry.Action)} {Plain(entry.Subject)}]");

    private static string Known(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    // What somebody has written into the database must not steer the terminal.
    private static string Plain(string? text) => text is null ? "null" : string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
