using System.Text;
using Microsoft.AspNetCore.Mvc;
using OnCall.Api.Screens.Wording;
using OnCall.Application.Rosters.Paper;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The sheet for when the computers are down, as the job writes it, made now and in the reader's language.</summary>
internal sealed class DowntimeSheetScreen(ReadPaper read, IPaperPrinter printer) : Screen
{
    /// <summary>The name of a sheet; null or unknown shows the first.</summary>
    [FromQuery(Name = "sheet")]
    public string? Sheet { get; set; }

    internal IReadOnlyList<PaperSheet> Sheets { get; private set; } = [];

    /// <summary>Null when there is none for this person.</summary>
    internal PaperSheet? Shown { get; private set; }

    /// <summary>What stands in the body of the file.</summary>
    internal string Body { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ChooseAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var html = Shown is null ? "" : Encoding.UTF8.GetString(Printed(".html").Content.Span);
        var from = html.IndexOf("<body>", StringComparison.Ordinal);
        Body = from < 0 ? "" : html[(from + "<body>".Length)..html.LastIndexOf("</body>", StringComparison.Ordinal)];
        return Page();
    }

    /// <summary>The file that prints.</summary>
    public Task<IActionResult> OnGetHtmlAsync(CancellationToken cancellationToken) => FileAsync(".html", "text/html; charset=utf-8", cancellationToken);

    /// <summary>The table.</summary>
    public Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken) => FileAsync(".csv", "text/csv; charset=utf-8", cancellationToken);

    private async Task<IActionResult> FileAsync(string ending, string type, CancellationToken cancellationToken)
    {
        if (await ChooseAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Shown is null)
        {
            return LocalRedirect("/downtime-sheet");
        }

        var file = Printed(ending);
        return File(file.Content.ToArray(), type, file.Name);
    }

    private async Task<IActionResult?> ChooseAsync(CancellationToken cancellationToken)
    {
        var answer = await read.RunAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        Sheets = answer.Value.Items;
        Shown = Sheets.FirstOrDefault(s => s.Name == Sheet) ?? (Sheets.Count > 0 ? Sheets[0] : null);
        return null;
    }

    private PaperFile Printed(string ending) => printer.Print(Shown!, T.ForPaper()).Single(f => f.Name.EndsWith(ending, StringComparison.Ordinal));
}
