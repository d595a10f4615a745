using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Timeline;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>Rosters of a week or a month, drawn as they are.</summary>
internal sealed class RosterScreen(ReadTimeline read, HouseZone house, IClock clock) : Screen
{
    /// <summary>Rosters are the daily work of schedulers; others look into them now and then.</summary>
    internal static bool IsDailyFor(Caller caller) => caller.Grants.Any(g => g.Permission == Permission.Scheduler);

    [FromQuery(Name = "unit")]
    public string? Unit { get; set; }

    /// <summary>A date, of whose week or month it is.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "view")]
    public string? View { get; set; }

    internal bool IsMonth => View == "month";

    /// <summary>Null where it was refused.</summary>
    internal TimelineView? Timeline { get; private set; }

    internal LocalDate First { get; private set; }

    internal LocalDate Next => IsMonth ? First.PlusMonths(1) : First.PlusWeeks(1);

    internal LocalDate Before => IsMonth ? First.PlusMonths(-1) : First.PlusWeeks(-1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var day = LocalDatePattern.Iso.Parse(From ?? "") is { Success: true } asked && asked.Value.Year is > 2000 and < 2200 ? asked.Value : clock.GetCurrentInstant().InZone(house.Zone).Date;
        First = IsMonth ? day.PlusDays(1 - day.Day) : day.PlusDays(1 - (int)day.DayOfWeek);
        var answer = await read.RunAsync(Caller, Unit, First, Period.DaysBetween(First, Next), cancellationToken);
        if (!answer.Ok)
        {
            return Again(answer.Refusal);
        }

        Timeline = answer.Value;
        return Page();
    }

    /// <summary>How often rosters do not fit so.</summary>
    internal int Count(RosterFindingKind kind) => Timeline?.Units.SelectMany(u => u.Roles).SelectMany(r => r.Findings).Count(f => f.Kind == kind) ?? 0;
}
