using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Application.Retention;

/// <summary>Reports of the purge as CSV by RFC 4180: a line for each thing that was purged or held, and one for a run without either.</summary>
internal static class RetentionCsv
{
    public static string Headings { get; } = CsvCell.Row("Run", "Started", "Ended", "Outcome", "Fate", "Class", "Kind", "Unit", "Days", "Count", "Oldest", "Newest", "Hold", "On");

    public static IEnumerable<string> Lines(RetentionRunView run)
    {
        string[] head = [run.Id.ToString("D"), Time(run.StartedAt), run.EndedAt is { } end ? Time(end) : "", run.Outcome ?? ""];
        var lines = run.Purged.Select(p => CsvCell.Row([.. head, "purged", p.Class, p.Kind, p.OrgUnit ?? "", Number(p.Days), Number(p.Count), Time(p.OldestAt), Time(p.NewestAt), "", ""]))
            .Concat(run.Held.Select(h => CsvCell.Row([.. head, "held", h.Class, h.Kind, "", "", Number(h.Count), "", "", h.Hold.ToString("D"), h.Label])));
        return lines.DefaultIfEmpty(CsvCell.Row([.. head, "nothing", "", "", "", "", "", "", "", "", ""]));
    }

    private static string Time(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
