using System.Globalization;
using System.Net;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace OnCall.Application.Exports;

/// <summary>An export as a file of HTML that needs nothing else: no script, no address is asked, and who exported it stands on every printed page.</summary>
internal static class ExportHtml
{
    private static readonly OffsetDateTimePattern Times = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss o<+HH:mm>");

    private const string Style = """
        @page { size: A4 landscape; margin: 12mm }
        body { font: 10pt/1.4 sans-serif; color: #000; background: #fff; margin: 0 auto; max-width: 270mm }
        h1 { font-size: 16pt } h2 { font-size: 12pt; margin-top: 1.5em; break-after: avoid }
        table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #999; padding: 2px 4px; text-align: left; vertical-align: top; overflow-wrap: break-word }
        tr { break-inside: avoid } th { background: #eee } code { font-size: 8pt; overflow-wrap: anywhere } pre { white-space: pre-wrap; font: inherit; margin: 0 }
        time { white-space: nowrap }
        .mark { font-size: 8pt; color: #444; border-bottom: 1px solid #444; margin: 0 0 3mm; padding-bottom: 1mm }
        .sheet { table-layout: fixed } .sheet table { font-size: 9pt } .sheet > thead > tr > td, .sheet > tbody > tr > td { border: 0; padding: 0 } .sheet > tbody > tr { break-inside: auto }
        .behind { position: fixed; top: 40%; left: 0; right: 0; text-align: center; transform: rotate(-30deg); font-size: 34pt; color: rgba(0, 0, 0, .09); pointer-events: none }
        """;

    internal static byte[] Of(PageExport export, DateTimeZone zone)
    {
        var (mark, page) = (export.Exported, export.Page);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Page {Safe(page.Reference)}, exported for a case review</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <div class="behind" aria-hidden="true">{Safe(mark.Name)}<br>{Safe(Day(mark.At, zone))}</div>
            <table class="sheet">
            <thead><tr><td><p class="mark">Exported by {Safe(mark.Name)} ({Safe(mark.By)}) on {Time(mark.At, zone)}. Reason: {Safe(mark.Reason)}. Export {mark.Id:D}. Confidential.</p></td></tr></thead>
            <tbody><tr><td>
            <h1>Page {Safe(page.Reference)}: {Safe(page.Role.Name)}</h1>

            """);
        Facts(text, export, zone);
        Table(text, "Responders", ["Who", "Standing", "Tier", "Since", "Reachable"], page.Responders.Select(r => new[]
        {
            Person(r.Person), Safe(r.Standing), Safe(r.Tier?.ToString(CultureInfo.InvariantCulture)), Time(r.Since, zone), r.Reachable ? "yes" : "no",
        }));
        Table(text, "Acknowledgements", ["Who", "When", "Reply", "Read back"], page.Acknowledgements.Select(a => new[] { Person(a.Person), Time(a.At, zone), Words(a.Reply), Words(a.ReadBack) }));
        Table(text, "Trail and thread", ["When", "What", "Who", "By", "Detail"], page.Events.Select(e => new[]
        {
            Time(e.At, zone), Safe(e.Kind), Safe(e.Who), Safe(e.Channel), Words(e.Detail),
        }));
        Table(text, "Attempts and receipts", ["Due", "To", "By", "Address", "Purpose", "Step", "State", "Times", "Changed", "Provider's id", "Detail"], export.Attempts.Select(a => new[]
        {
            Time(a.DueAt, zone), Safe(a.Person ?? "device of the role"), Safe(a.Kind), Safe(a.Address), Safe(a.Purpose), a.Step < 0 ? "" : Number(a.Step + 1), Safe(a.State), Number(a.Attempts),
            Time(a.ChangedAt, zone), Code(a.ProviderId), Words(a.Detail),
        }));
        Table(text, "Audit trail", ["Place", "When", "Who", "Did what", "Detail", "Hash of the place"], export.Audit.Select(e => new[]
        {
            Safe(e.Place?.ToString(CultureInfo.InvariantCulture) ?? "not sealed yet"), Time(e.At, zone), Safe(e.Actor), Safe(e.Action), Code(e.Detail), Code(e.Hash),
        }));
        text.Append(CultureInfo.InvariantCulture, $"""
            <p>Times are by the clock of {Safe(zone.Id)}. The last line of this file is its signature: <code>oncall export verify</code> tells whether a byte was changed.</p>
            </td></tr></tbody>
            </table>
            </body>
            </html>
            """);
        return Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n").ToString());
    }

    private static void Facts(StringBuilder text, PageExport export, DateTimeZone zone)
    {
        var page = export.Page;
        (string Name, string Value)[] facts =
        [
            ("Role", $"{Safe(page.Role.Name)} <code>{Safe(page.Role.Code)}</code>"), ("Urgency", Safe(page.Urgency)), ("State", Safe(page.State)), ("Sent", Time(page.SentAt, zone)),
            ("Sender", Person(page.Sender)), ("Subject", Words(page.Subject)), ("Text", Words(page.Body)), ("Patient", Safe(page.PatientRef)), ("Callback", Safe(page.Callback)),
            ("Replies offered", Safe(string.Join(" · ", page.Replies))), ("Acknowledgements needed", Number(page.AcknowledgementsNeeded)), ("Id", $"<code>{page.Id:D}</code>"),
        ];
        text.Append("<h2>The page</h2>\n<table>\n");
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n");
        }

        text.Append("</table>\n");
    }

    private static void Table(StringBuilder text, string title, string[] headings, IEnumerable<string[]> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n");
        var lines = rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>\n").ToList();
        text.Append(lines.Count == 0
            ? "<p>None.</p>\n"
            : $"<table>\n<thead><tr>{string.Concat(headings.Select(h => $"<th scope=\"col\">{h}</th>"))}</tr></thead>\n<tbody>\n{string.Concat(lines)}</tbody>\n</table>\n");
    }

    private static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");

    private static string Words(string? text) => string.IsNullOrEmpty(text) ? "" : $"<pre>{Safe(text)}</pre>";

    private static string Code(string? text) => string.IsNullOrEmpty(text) ? "" : $"<code>{Safe(text)}</code>";

    private static string Person(Paging.PersonLine person) => Safe(person.EmployeeNo is null ? person.Name : $"{person.Name} ({person.EmployeeNo})");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(Instant at, DateTimeZone zone) =>
        $"<time datetime=\"{InstantPattern.ExtendedIso.Format(at)}\">{Times.Format(at.InZone(zone).ToOffsetDateTime())}</time>";

    private static string Day(Instant at, DateTimeZone zone) => LocalDatePattern.Iso.Format(at.InZone(zone).Date);
}
