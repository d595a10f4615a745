using Microsoft.AspNetCore.Mvc;
using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>The teams that one press calls, by unit, and who would come.</summary>
internal sealed class PresetsScreen(ReadPresetsNow read) : Screen
{
    internal const string Path = "/presets";

    internal PresetsNow View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await read.AllAsync(Caller, cancellationToken);
        if (!answer.Ok)
        {
            return Refuse(answer.Refusal);
        }

        View = answer.Value;
        return Page();
    }
}
