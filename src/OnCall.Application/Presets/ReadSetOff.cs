using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;

namespace OnCall.Application.Presets;

/// <summary>Shows whoever set a preset off what became of it, as it is now: for 7 days, by the key that it was set off with.</summary>
public sealed class ReadSetOff(IPresetStore presets, IDirectoryReads directory, IPageStore pages, PageReader reader, RecordReads reads, IClock clock)
{
    public async Task<Answer<SetOffView>> RunAsync(Caller caller, string? idempotencyKey, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!PresetKeys.IsKey(idempotencyKey))
        {
            return PageProblems.KeyMissing;
        }

        if (await presets.FindAsync(code, cancellationToken) is not { } preset)
        {
            return PresetProblems.Unknown(code);
        }

        var roles = (await directory.RolesAsync(preset.Roles, cancellationToken)).ToDictionary(r => r.Id, r => new RoleName(r.Code, r.Name));
        var now = clock.GetCurrentInstant();
        var lines = new List<SetOffLine>();
        foreach (var role in preset.Roles)
        {
            var paged = await pages.FindByKeyAsync(caller.Key, PresetKeys.Of(idempotencyKey!, preset, role), now, cancellationToken);
            var view = paged is null ? null : await reader.ViewAsync(paged.Page, cancellationToken);
            lines.Add(new SetOffLine(roles[role], view, view is null ? PresetProblems.NotPaged : null));
        }

        if (lines.All(l => l.Page is null))
        {
            return PresetProblems.NoPress;
        }

        await reads.NoteAsync(caller, lines.Where(l => l.Page is not null).Select(l => new Domain.Paging.PageId(l.Page!.Id)));
        return new SetOffView(new PresetName(preset.Code, preset.Name), lines.All(l => l.Page is not null), lines);
    }
}
