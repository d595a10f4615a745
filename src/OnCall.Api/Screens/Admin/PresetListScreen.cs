using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Admin;

/// <summary>All presets.</summary>
internal sealed class PresetListScreen(ReadPresets read, ReadUnitTree tree) : Screen
{
    internal const string Path = "/admin/presets";
    private const int Most = 500;

    internal IReadOnlyList<PresetView> Presets { get; private set; } = [];

    internal UnitTreeView Tree { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await TakeAsync(tree.RunAsync(Caller, cancellationToken), shown => Tree = shown) is { } refused)
        {
            return refused;
        }

        Presets = (await read.ListAsync(Caller, new ListRequest(null, Most), cancellationToken)).Value?.Items ?? [];
        return Page();
    }
}
