using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OnCall.Application.Rosters.Paper;

namespace OnCall.RosterFiles.Paper;

/// <summary>A sheet as one HTML file: no script, no picture, no style or font from elsewhere; it opens anywhere and prints on A4.</summary>
internal static class PaperHtml
{
    private const string Style =
        "body{font:12pt/1.35 sans-serif;margin:1.5em;color:#000;background:#fff}h1{font-size:20pt;margin:0}h2{font-size:14pt;margin:1.2em 0 .2em}"
        + "h3{font-size:12pt;margin:.8em 0 .2em}.made{font-size:13pt;border:2px solid #000;padding:.4em .6em;margin:.6em 0;display:inline-block}"
        + "table{border-collapse:collapse;width:100%;margin-bottom:.4em}th,td{border:1px solid #555;padding:.15em .4em;text-align:left;vertical-align:top}"
        + "th{background:#eee}.now td{font-weight:bold}.gap td{background:#fdd;font-weight:bold}.when{white-space:nowrap}"
        + "@media print{body{margin:0;font-size:10pt}h3,tr{break-inside:avoid}h2,h3{break-after:avoid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static ReadOnlyMemory<byte> Of(PaperSheet sheet)
    {
        var made = PaperTimes.Moment(sheet.MadeAt, sheet.Zone);
        var page = new StringBuilder(16 * 1024)
            .Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Text(sheet.Title)).Append(", ").Append(Text(made))
            .Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<h1>").Append(Text(sheet.Title)).Append("</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"made\">Made <strong>{Text(made)}</strong> ({Text(sheet.Zone.Id)}). Reaches to {Text(PaperTimes.Moment(sheet.To, sheet.Zone))}.<br>")
            .Append("A new one is made every 15 minutes while OnCall runs. What changed after this one was made is not in it.</p>\n");
        foreach (var unit in sheet.Roles.GroupBy(r => r.Unit))
        {
            page.Append("<h2>").Append(Text(unit.Key ?? "The house")).Append("</h2>\n");
            foreach (var role in unit)
            {
                Role(page, role, sheet);
            }
        }

        if (sheet.Roles.Count == 0)
        {
            page.Append("<p>No role has anybody on, and none has to be covered.</p>\n");
        }

        return Encoding.UTF8.GetBytes(page.Append("</body>\n</html>\n").ToString());
    }

    private static void Role(StringBuilder page, PaperRole role, PaperSheet sheet)
    {
        page.Append("<h3>").Append(Text(role.Name)).Append("</h3>\n<p>");
        if (role.Numbers.Count > 0)
        {
            page.Append("The role's own: <strong>").Append(Text(string.Join(", ", role.Numbers))).Append("</strong>. ");
        }

        page.Append("If nobody answers: ").Append(Text(role.Fallback ?? "the switchboard")).Append('.');
        if (!string.Equals(role.Zone.Id, sheet.Zone.Id, StringComparison.Ordinal))
        {
            page.Append(" Times are those of ").Append(Text(role.Zone.Id)).Append('.');
        }

        page.Append("</p>\n<table>\n<tr><th>From</th><th>Until</th><th>Tier</th><th>Name</th><th>Numbers</th></tr>\n");
        foreach (var stretch in role.Stretches.Where(s => s.IsGap || s.People.Count > 0))
        {
            Stretch(page, role, stretch, sheet);
        }

        page.Append("</table>\n");
    }

    private static void Stretch(StringBuilder page, PaperRole role, PaperStretch stretch, PaperSheet sheet)
    {
        var when = $"<td class=\"when\">{Text(PaperTimes.Short(stretch.From, role.Zone))}</td><td class=\"when\">{Text(PaperTimes.Short(stretch.To, role.Zone))}</td>";
        var isNow = stretch.From <= sheet.MadeAt && sheet.MadeAt < stretch.To;
        if (stretch.IsGap)
        {
            page.Append("<tr class=\"gap\">").Append(when).Append("<td></td><td>NOBODY</td><td></td></tr>\n");
        }

        foreach (var person in stretch.People)
        {
            page.Append(isNow ? "<tr class=\"now\">" : "<tr>").Append(when)
                .Append(CultureInfo.InvariantCulture, $"<td>{person.Tier}</td><td>{Text(person.Name)} ({Text(person.EmployeeNo)})</td>")
                .Append("<td>").Append(Text(person.Numbers.Count > 0 ? string.Join(", ", person.Numbers) : "no number known")).Append("</td></tr>\n");
        }
    }

    private static string Text(string value) => Encoder.Encode(value);
}
