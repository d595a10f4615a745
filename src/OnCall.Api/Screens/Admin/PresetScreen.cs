using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Admin;

/// <summary>A preset: which roles one press pages, how soon, and what their pages say.</summary>
internal sealed class PresetScreen(ReadPresets read, PutPreset put, RemovePreset remove, ReadUnitTree tree) : Screen
{
    internal PresetForm Form { get; private set; } = new() { AsksWhere = true, Active = true };

    /// <summary>The preset as it is; null for a new one.</summary>
    internal PresetView? Now { get; private set; }

    internal UnitTreeView Tree { get; private set; } = new([]);

    internal string? Done { get; private set; }

    internal bool MayChange => Now is null ? Tree.Lines.Any(l => l.MayChange) : Tree.MayChange(Now.OrgUnit);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? preset, CancellationToken cancellationToken) =>
        preset.Filled() is { } code && await OpenAsync(code, cancellationToken) is { } refused ? refused : await ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostSaveAsync([FromForm] PresetForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Now is null && form.Code.Filled() is { } code && (await read.FindAsync(Caller, code, cancellationToken)).Ok)
        {
            return await ShowAsync(TypedText.Taken(T, "code", code), cancellationToken);
        }

        var answer = await put.RunAsync(Caller, form.ToRequest(), cancellationToken, form.Seen ?? Shown.Nothing);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal, cancellationToken);
        }

        Done = SavedText.Of(T, answer.Value.Name);
        return await OpenAsync(answer.Value.Code, cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] PresetForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(form, cancellationToken) is { } refused)
        {
            return refused;
        }

        var answer = await remove.RunAsync(Caller, form.Was ?? "", cancellationToken, form.Seen ?? Shown.Nothing);
        return answer.Ok ? LocalRedirect(PresetListScreen.Path) : await ShowAsync(answer.Refusal, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(PresetListScreen.Path);

    private Task<IActionResult?> OpenAsync(string code, CancellationToken cancellationToken) =>
        TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => (Now, Form) = (found, PresetForm.Of(found)));

    private async Task<IActionResult?> FindAsync(PresetForm form, CancellationToken cancellationToken)
    {
        Form = form;
        return form.Was.Filled() is { } code ? await TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => Now = found) : null;
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken) =>
        await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) ?? Page(refusal);
}
