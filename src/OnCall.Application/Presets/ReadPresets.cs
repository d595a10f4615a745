using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Presets;

/// <summary>Shows presets to whoever works here.</summary>
public sealed class ReadPresets(IPresetStore presets, PresetViews views)
{
    /// <summary>By code, in any case of letters.</summary>
    public async Task<Answer<PresetView>> FindAsync(Caller caller, string code, CancellationToken cancellationToken) =>
        !AccessRules.MaySeeRoles(caller) ? DirectoryProblems.CannotSee()
        : await presets.FindAsync(code, cancellationToken) is { } found ? (await views.OfAsync([found], cancellationToken))[0]
        : PresetProblems.Unknown(code);

    public async Task<Answer<ListOf<PresetView>>> ListAsync(Caller caller, ListRequest request, CancellationToken cancellationToken)
    {
        if (!AccessRules.MaySeeRoles(caller))
        {
            return DirectoryProblems.CannotSee();
        }

        var part = ListPart.Of(await presets.AllAsync(cancellationToken), p => p.Code, request);
        return part.Ok ? new ListOf<PresetView>(await views.OfAsync(part.Value.Items, cancellationToken), part.Value.Next) : part.Refusal;
    }
}
