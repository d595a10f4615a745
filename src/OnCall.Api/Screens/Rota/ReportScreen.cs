using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Reports;

namespace OnCall.Api.Screens.Rota;

/// <summary>Coverage and fairness of the last weeks, or of any that are asked for.</summary>
internal sealed class ReportScreen(ReadCoverageReport read, HouseZone house, IClock clock) : Screen
{
    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>The last day, inclusive.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Null where it was refused.</summary>
    internal CoverageReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InZone(house.Zone).Date;
        var (from, to) = (Day(From) ?? today.PlusWeeks(-4), Day(To) ?? today.PlusDays(-1));
        (From, To) = (LocalDatePattern.Iso.Format(from), LocalDatePattern.Iso.Format(to));
        var answer = await read.RunAsync(Caller, Unit, From, LocalDatePattern.Iso.Format(to.PlusDays(1)), cancellationToken);
        if (!answer.Ok)
        {
            return answer.Refusal.Type == "forbidden" ? Refuse(answer.Refusal) : Again(answer.Refusal);
        }

        Report = answer.Value;
        return Page();
    }

    /// <summary>So much of the most, in per cent of the width.</summary>
    internal static string Share(double value, double most) => most <= 0 ? "0%" : (value / most * 100).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + "%";

    /// <summary>A wait as people say it: <c>48 s</c>, <c>3 min 10 s</c>.</summary>
    internal string Wait(double? seconds)
    {
        if (seconds is not { } known)
        {
            return "–";
        }

        var whole = (int)Math.Round(known);
        return whole < 60 ? T["{0} s", whole] : T["{0} min {1} s", whole / 60, whole % 60];
    }

    private static LocalDate? Day(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true } day && day.Value.Year is > 2000 and < 2200 ? day.Value : null;
}
