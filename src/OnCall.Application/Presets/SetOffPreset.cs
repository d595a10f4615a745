using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Application.Paging;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Paging;
using OnCall.Domain.Presets;
using OnCall.Domain.Roles;

namespace OnCall.Application.Presets;

/// <summary>
/// Pages every role of a preset, each as if it were paged by itself: with its fallbacks, its trail and its own acceptance. What goes wrong with
/// one keeps no other back, and is answered role by role. Whoever may page a role may set off a preset: both need the permission staff.
/// </summary>
public sealed partial class SetOffPreset(
    IPresetStore presets, IDirectoryReads directory, IPageStore pages, SendPage send, RecordReads reads, IAuditWriter audits, IClock clock, ILogger<SetOffPreset> logger)
{
    /// <summary>Once for each idempotency key: the same key again pages nobody twice, and pages whoever could not be paged before.</summary>
    /// <param name="cancellationToken">Gives up until the first role is paged; from then on all are.</param>
    public async Task<Answer<SetOffView>> RunAsync(Caller caller, string? idempotencyKey, string code, SetOffRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (!PresetKeys.IsKey(idempotencyKey))
        {
            return PageProblems.KeyMissing;
        }

        if (!caller.May(Permission.Staff))
        {
            return Refusal.Forbidden("Setting off a preset needs the permission staff, which everyone who works here has. Auditors read and change nothing.");
        }

        if (await presets.FindAsync(code, cancellationToken) is not { } preset)
        {
            return PresetProblems.Unknown(code);
        }

        if ((preset.Active ? SetOffValidator.Refuse(request, preset) : PresetProblems.Inactive) is { } refused)
        {
            return refused;
        }

        var roles = (await directory.RolesAsync(preset.Roles, cancellationToken)).ToDictionary(r => r.Id);
        return await PageAllAsync(caller, idempotencyKey!, preset, [.. preset.Roles.Select(r => roles[r])], request);
    }

    // Whoever has pressed may be gone by now: what was begun is done to its end.
    private async Task<Answer<SetOffView>> PageAllAsync(Caller caller, string key, Preset preset, IReadOnlyList<Role> roles, SetOffRequest request)
    {
        var before = await Task.WhenAll(roles.Select(role => pages.FindByKeyAsync(caller.Key, PresetKeys.Of(key, preset, role.Id), clock.GetCurrentInstant(), CancellationToken.None)));

        // A press is one call: with anything else written in it nobody more is paged, or half of a team would go to another place.
        if (roles.Zip(before).Any(r => r.Second is { } page && page.RequestHash != RequestHash.Of(PageOf(preset, r.First, request))))
        {
            return PageProblems.KeyReused;
        }

        var paged = await Task.WhenAll(roles.Zip(before).Select(r => PageAsync(caller, PresetKeys.Of(key, preset, r.First.Id), preset, r.First, request, r.Second is not null)));
        if (paged.All(p => p.Line.Page is null))
        {
            return RefuseAll(paged);
        }

        var view = new SetOffView(new PresetName(preset.Code, preset.Name), paged.All(p => p.Line.Page is not null), [.. paged.Select(p => p.Line)]);
        await reads.NoteAsync(caller, paged.Where(p => p is { IsNew: false, Line.Page: not null }).Select(p => new PageId(p.Line.Page!.Id)));
        if (paged.All(p => p is { IsNew: false, Line.Page: not null }))
        {
            return view;
        }

        await WriteDownAsync(caller, preset, view);
        return paged.Any(p => p.IsNew) ? Answer<SetOffView>.Created(view) : view;
    }

    private static SendPageRequest PageOf(Preset preset, Role role, SetOffRequest request) =>
        new(role.Code, preset.Urgency.ToName(), preset.SubjectAt(request.Where), preset.Body, Callback: request.Callback);

    // Whoever looks at the status alone must not take it for a call.
    private static Refusal RefuseAll(IReadOnlyList<Paged> none)
    {
        // Where one of them may have been paged nothing else is said of all.
        if (none.FirstOrDefault(p => p.Error is IStoreAway { MayBeWritten: true }) is { } unknown)
        {
            ExceptionDispatchInfo.Throw(unknown.Error!);
        }

        if (none.All(p => p.Error is not null))
        {
            ExceptionDispatchInfo.Throw(none[0].Error!);
        }

        return none.All(p => p.Line.Problem!.Type == PageProblems.KeyReused.Type)
            ? PageProblems.KeyReused
            : PresetProblems.NobodyPaged with { Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["roles"] = none.Select(p => p.Line).ToList() } };
    }

    /// <param name="isPaged">There is a page of this key already.</param>
    private async Task<Paged> PageAsync(Caller caller, string key, Preset preset, Role role, SetOffRequest request, bool isPaged)
    {
        var name = new RoleName(role.Code, role.Name);
        try
        {
            var answer = await send.RunAsync(caller, key, PageOf(preset, role, request), CancellationToken.None);
            return new Paged(new SetOffLine(name, answer.Value, answer.Refusal is { } refusal ? SetOffProblem.Of(refusal) : null), answer.IsNew, null);
        }
        catch (Exception error)
        {
            LogNotWritten(role.Code, preset.Code, error);
            var known = isPaged && error is not IStoreAway { MayBeWritten: true } ? new PageNotKnownException(error) : error;
            return new Paged(new SetOffLine(name, null, known is IStoreAway { MayBeWritten: true } ? PresetProblems.NotKnown : PresetProblems.NotWritten), IsNew: false, known);
        }
    }

    // Each page has an entry of its own, in its own transaction. Where this one cannot be written the pages go all the same.
    private async Task WriteDownAsync(Caller caller, Preset preset, SetOffView view)
    {
        var detail = new { urgency = preset.Urgency.ToName(), roles = view.Roles.Select(l => new { role = l.Role.Code, page = l.Page?.Id, reference = l.Page?.Reference, problem = l.Problem?.Type }) };
        try
        {
            await audits.AppendAsync([DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "preset.set-off", "preset:" + preset.Code, detail)], CancellationToken.None);
        }
        catch (Exception error)
        {
            LogNotAudited(caller.Key, preset.Code, error);
        }
    }

    private sealed record Paged(SetOffLine Line, bool IsNew, Exception? Error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The role {Role} of the preset {Preset} could not be paged")]
    private partial void LogNotWritten(string role, string preset, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "That {Actor} set off the preset {Preset} could not be written to the audit trail")]
    private partial void LogNotAudited(string actor, string preset, Exception error);
}
