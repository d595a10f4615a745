using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Presets;
using OnCall.Application.Rosters.Search;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>
/// A team before it is called, and what became of the call. The address after a press holds its key alone: nothing that was typed.
/// </summary>
internal sealed class SetOffScreen(ReadPresetsNow read, SetOffPreset setOff, ReadSetOff readSetOff, LastCallback callback, IIdSource ids) : Screen
{
    [FromRoute(Name = "code")]
    public string Code { get; set; } = "";

    internal SetOffForm Form { get; private set; } = new();

    internal PresetNow Team { get; private set; } = null!;

    /// <summary>What became of the press; null before it.</summary>
    internal SetOffView? Done { get; private set; }

    /// <summary>A press that left somebody out can be repeated here, with what was typed.</summary>
    internal bool MayRepeat { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? press, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(press))
        {
            Form = new SetOffForm { Key = NewKey(), Callback = Caller.Person is { } person ? await callback.OfAsync(person, cancellationToken) : null };
            return await ShowAsync(null, cancellationToken);
        }

        var answer = await readSetOff.RunAsync(Caller, press, Code, cancellationToken);
        Done = answer.Value;
        return answer.Ok ? await ShowAsync(null, cancellationToken) : Refuse(answer.Refusal);
    }

    public async Task<IActionResult> OnPostCallAsync([FromForm] SetOffForm form, CancellationToken cancellationToken)
    {
        Form = form;
        var answer = await setOff.RunAsync(Caller, form.Key, Code, form.ToRequest(), cancellationToken);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal.Type == "idempotency-key-reused" ? Changed() : answer.Refusal, cancellationToken);
        }

        if (answer.Value.Complete)
        {
            return LocalRedirect($"/presets/{Uri.EscapeDataString(Code)}?press={Uri.EscapeDataString(form.Key!)}");
        }

        (Done, MayRepeat) = (answer.Value, true);
        return await ShowAsync(null, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(PresetsScreen.Path);

    // Called, then changed after going back: another call, but only if it is meant.
    private Refusal Changed()
    {
        Form.Key = NewKey();
        return new Refusal(
            RefusalKind.Conflict, "sent-before", T["You already called this team from this form"],
            T["It was called as the form stood then; what you see now has not been sent. Press again to call the team once more, or look into your pages first."]);
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken)
    {
        var team = await read.FindAsync(Caller, Code, cancellationToken);
        if (!team.Ok)
        {
            return Refuse(refusal ?? team.Refusal);
        }

        Team = team.Value;
        return Page(refusal);
    }

    private string NewKey() => ids.NewId().ToString("N");
}
