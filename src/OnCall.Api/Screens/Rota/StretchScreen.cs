using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using OnCall.Application;
using OnCall.Application.Rosters.Covers;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Shifts;
using OnCall.Application.Rosters.Timeline;
using OnCall.Domain.Rosters;

namespace OnCall.Api.Screens.Rota;

/// <summary>A stretch of a roster: put a cover in, take a cover back, take the shift off.</summary>
internal sealed class StretchScreen(ReadStretch read, AddCover add, RemoveCover back, ChangeShifts change) : Screen
{
    internal StretchForm Form { get; private set; } = new();

    internal StretchView Stretch { get; private set; } = null!;

    /// <summary>What is to be known before the shift is taken off; empty before that was asked.</summary>
    internal IReadOnlyList<RosterProblem> Warnings { get; private set; } = [];

    /// <summary>The shift is to be taken off once more is pressed.</summary>
    internal bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? role, string? person, string? at, CancellationToken cancellationToken)
    {
        Form = new StretchForm { Role = role, On = person, At = at };
        return await ShowAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostCoverAsync([FromForm] StretchForm form, CancellationToken cancellationToken)
    {
        Form = form;
        return await ShowAsync(cancellationToken)
            ?? Done(await add.RunAsync(Caller, new AddCoverRequest(form.Role, ChosenPerson.NumberOf(form.Person), form.From, form.To, form.On, form.Reason), cancellationToken));
    }

    public async Task<IActionResult> OnPostBackAsync([FromForm] StretchForm form, CancellationToken cancellationToken)
    {
        Form = form;
        return await ShowAsync(cancellationToken) ?? Done(await back.RunAsync(Caller, new CoverId(form.Cover), cancellationToken));
    }

    public async Task<IActionResult> OnPostOffAsync([FromForm] StretchForm form, CancellationToken cancellationToken)
    {
        Form = form;
        if (await ShowAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        var request = new RemoveShiftRequest(form.Role, form.On, form.Start);
        if (form.Read)
        {
            return Done(await change.RemoveAsync(Caller, request, preview: false, cancellationToken));
        }

        var preview = await change.RemoveAsync(Caller, request, preview: true, cancellationToken);
        if (!preview.Ok)
        {
            return Again(preview.Refusal);
        }

        (Warnings, IsAsked) = (preview.Value.Problems, true);
        return Page();
    }

    private async Task<IActionResult?> ShowAsync(CancellationToken cancellationToken)
    {
        if (Form.Instant is not { } at)
        {
            return LocalRedirect(RosterAddress.Path);
        }

        var stretch = await read.RunAsync(Caller, Form.Role, Form.On, at, cancellationToken);
        if (!stretch.Ok)
        {
            return Refuse(stretch.Refusal);
        }

        Stretch = stretch.Value;
        Form.From ??= RosterAddress.Local(NodaTime.Instant.Max(Stretch.Bar.Start, Stretch.Asked), Stretch.Zone);
        Form.To ??= RosterAddress.Local(Stretch.Bar.End, Stretch.Zone);
        Form.Start ??= Stretch.ShiftStart is { } start ? InstantPattern.ExtendedIso.Format(start) : null;
        return null;
    }

    private IActionResult Done<T>(Answer<T> answer) =>
        answer.Ok ? LocalRedirect(RosterAddress.Of(Stretch.Bar.Start.InZone(Stretch.Zone).Date, month: false, unit: null)) : Again(answer.Refusal);
}
