using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OnCall.RosterFiles.Paper;

/// <summary>What stands around the words of a printed sheet. It needs nothing else: no script, no picture, no style or font from elsewhere.</summary>
internal static class PaperFrame
{
    internal const string End = "</body>\n</html>\n";

    private const string Style =
        "body{font:12pt/1.35 sans-serif;margin:1.5em;color:#000;background:#fff}h1{font-size:20pt;margin:0}h2{font-size:14pt;margin:1.2em 0 .2em}"
        + "h3{font-size:12pt;margin:.8em 0 .2em}.made{font-size:13pt;border:2px solid #000;padding:.4em .6em;margin:.6em 0;display:inline-block}"
        + "table{border-collapse:collapse;width:100%;margin-bottom:.4em}th,td{border:1px solid #555;padding:.15em .4em;text-align:left;vertical-align:top}"
        + "th{background:#eee}.now td{font-weight:bold}.gap td{background:#fdd;font-weight:bold}.when{white-space:nowrap}"
        + "@media print{body{margin:0;font-size:10pt}h3,tr{break-inside:avoid}h2,h3{break-after:avoid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    internal static string Begin(string language, string title, string made) =>
        $"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(title)}, {Text(made)}</title>\n"
        + $"<style>{Style}</style>\n</head>\n<body>\n<h1>{Text(title)}</h1>\n";

    internal static string Headings(IEnumerable<string> headings) => $"<tr>{string.Concat(headings.Select(h => $"<th>{Text(h)}</th>"))}</tr>\n";

    internal static string Gap(string from, string to, string nobody) => $"<tr class=\"gap\">{When(from, to)}<td></td><td>{Text(nobody)}</td><td></td></tr>\n";

    internal static string Person(string from, string to, bool isNow, int tier, string name, string numbers) =>
        $"<tr{(isNow ? " class=\"now\"" : "")}>{When(from, to)}<td>{tier}</td><td>{Text(name)}</td><td>{Text(numbers)}</td></tr>\n";

    /// <summary>A sentence in which the one part stands out.</summary>
    internal static string Strong(string sentence, string part) =>
        part.Length == 0 ? Text(sentence) : string.Join($"<strong>{Text(part)}</strong>", sentence.Split(part).Select(Text));

    internal static string Text(string value) => Encoder.Encode(value);

    private static string When(string from, string to) => $"<td class=\"when\">{Text(from)}</td><td class=\"when\">{Text(to)}</td>";
}
