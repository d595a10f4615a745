using System.Buffers;
using System.Globalization;
using NodaTime.Text;

namespace OnCall.Application.Audit;

/// <summary>Entries as CSV by RFC 4180.</summary>
internal static class AuditCsv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    public static string Headings { get; } = Row("Seq", "At", "Actor", "Action", "Subject", "Detail", "Place", "Hash");

    public static string Line(AuditEntryView entry) => Row(
        entry.Seq.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(entry.At), entry.Actor, entry.Action, entry.Subject, entry.Detail,
        entry.Place?.ToString(CultureInfo.InvariantCulture) ?? "", entry.Hash ?? "");

    private static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        // A spreadsheet would run it as a formula. Behind a space it is text to every spreadsheet.
        var plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? " " + text : text;
        return plain.AsSpan().IndexOfAny(Quoted) < 0 && !plain.StartsWith(' ') && !plain.EndsWith(' ')
            ? plain
            : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
