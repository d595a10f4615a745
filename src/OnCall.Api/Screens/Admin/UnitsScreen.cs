using Microsoft.AspNetCore.Mvc;
using OnCall.Application;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;

namespace OnCall.Api.Screens.Admin;

/// <summary>The org tree: add, rename, move, and whose clock holds.</summary>
internal sealed class UnitsScreen(ReadUnitTree tree, ReadOrgUnits read, PutOrgUnit put) : Screen
{
    internal const string Path = "/admin/units";

    internal UnitTreeView Tree { get; private set; } = new([]);

    internal UnitForm Form { get; private set; } = new();

    internal string? Done { get; private set; }

    /// <summary>The unit of the form is the caller's to change; a new one is where they administer its place.</summary>
    internal bool MayChange => Form.Was.Filled() is { } code ? Tree.MayChange(code) : Tree.Lines.Any(l => l.MayChange);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? unit, CancellationToken cancellationToken)
    {
        return unit.Filled() is { } code && await OpenAsync(code, cancellationToken) is { } refused ? refused : await ShowAsync(null, cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm] UnitForm form, CancellationToken cancellationToken)
    {
        Form = form;
        var request = form.ToRequest();
        if (form.Was.Filled() is null && request.Code is { } code && (await read.FindAsync(Caller, code, cancellationToken)).Ok)
        {
            return await ShowAsync(TypedText.Taken(T, "code", code), cancellationToken);
        }

        var answer = await put.RunAsync(Caller, request, cancellationToken, form.Seen ?? Shown.Nothing);
        if (!answer.Ok)
        {
            return await ShowAsync(answer.Refusal, cancellationToken);
        }

        Done = SavedText.Of(T, answer.Value.Name, answer.Value.EndedKeys);
        return await OpenAsync(answer.Value.Code, cancellationToken) ?? await ShowAsync(null, cancellationToken);
    }

    public override IActionResult OnPost() => LocalRedirect(Path);

    private Task<IActionResult?> OpenAsync(string code, CancellationToken cancellationToken) =>
        TakeAsync(read.FindAsync(Caller, code, cancellationToken), found => Form = UnitForm.Of(found));

    private async Task<IActionResult> ShowAsync(Refusal? refusal, CancellationToken cancellationToken) =>
        await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) ?? Page(refusal);
}
