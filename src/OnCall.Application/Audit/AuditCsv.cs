using System.Globalization;
using NodaTime.Text;

namespace OnCall.Application.Audit;

/// <summary>Entries as CSV by RFC 4180.</summary>
internal static class AuditCsv
{
    public static string Headings { get; } = CsvCell.Row("Seq", "At", "Actor", "Action", "Subject", "Detail", "Place", "Hash");

    public static string Line(AuditEntryView entry) => CsvCell.Row(
        entry.Seq.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(entry.At), entry.Actor, entry.Action, entry.Subject, entry.Detail,
        entry.Place?.ToString(CultureInfo.InvariantCulture) ?? "", entry.Hash ?? "");
}
