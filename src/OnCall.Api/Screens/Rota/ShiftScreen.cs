using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Shifts;
using OnCall.Application.Rosters.Timeline;

namespace OnCall.Api.Screens.Rota;

/// <summary>Puts one shift on a roster. What a scheduler would want to know first is shown before it is done.</summary>
internal sealed class ShiftScreen(ReadStretch read, ChangeShifts change) : Screen
{
    internal ShiftForm Form { get; private set; } = new();

    internal RolePlace Place { get; private set; } = null!;

    /// <summary>What is to be known before it is done; empty before that was asked.</summary>
    internal IReadOnlyList<RosterProblem> Warnings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? role, string? from, string? to, CancellationToken cancellationToken)
    {
        Form = new ShiftForm { Role = role, From = from, To = to, Tier = 1 };
        var refused = await ShowAsync(cancellationToken);
        (Form.From, Form.To) = (Local(from), Local(to));
        return refused ?? Page();
    }

    public async Task<IActionResult> OnPostAddAsync([FromForm] ShiftForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (await ShowAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var preview = await change.AddAsync(Caller, form.ToRequest(), preview: true, cancellationToken);
        if (!preview.Ok)
        {
            return Again(preview.Refusal);
        }

        if (preview.Value.Problems.Count > 0 && form.Read != form.Written)
        {
            (Warnings, form.Read) = (preview.Value.Problems, form.Written);
            ModelState.Clear();
            return Page();
        }

        var done = await change.AddAsync(Caller, form.ToRequest(), preview: false, cancellationToken);
        return done.Ok ? LocalRedirect(RosterAddress.Of(done.Value.Shift.Start.InZone(Place.Zone).Date, month: false, unit: null)) : Again(done.Refusal);
    }

    private async Task<IActionResult?> ShowAsync(CancellationToken cancellationToken)
    {
        var place = await read.RoleAsync(Caller, Form.Role, cancellationToken);
        Place = place.Value!;
        return place.Ok ? null : Refuse(place.Refusal);
    }

    /// <summary>A click tells an instant, a link the role's wall clock.</summary>
    private string? Local(string? time) => InstantPattern.ExtendedIso.Parse(time ?? "") is { Success: true } at ? RosterAddress.Local(at.Value, Place.Zone) : time;
}
