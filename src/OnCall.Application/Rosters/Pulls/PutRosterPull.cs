using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Rosters.Pulls;

namespace OnCall.Application.Rosters.Pulls;

/// <summary>Makes or changes a pull. It makes the server read something: a matter of the administrators of the whole hospital.</summary>
public sealed class PutRosterPull(IRosterPulls pulls, IOrgUnitStore units, IRosterFetch fetch, IIdSource ids, IClock clock)
{
    private static readonly PutRosterPullValidator Validator = new();

    public async Task<Answer<RosterPullView>> RunAsync(Caller caller, PutRosterPullRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return caller.May(Permission.Admin)
            ? await Raced.RetryAsync(Validator, request, () => TryAsync(caller, request, cancellationToken))
            : PullRefusals.NotAdministrator;
    }

    private async Task<Answer<RosterPullView>?> TryAsync(Caller caller, PutRosterPullRequest request, CancellationToken cancellationToken)
    {
        if ((await units.TreeAsync(cancellationToken)).Find(request.OrgUnit!) is not { } unit)
        {
            return Refusal.Invalid(DirectoryProblems.NoUnit("orgUnit", request.OrgUnit));
        }

        if (request.Folder is { } folder && fetch.WhyNot(folder) is { } why)
        {
            return Refusal.Invalid(new InputProblem("folder", why, folder));
        }

        var before = await pulls.FindAsync(request.Code!, cancellationToken);
        if (SecretOf(request, before, out var secret) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var settings = SettingsOf(request);

        // Content that was taken by other settings is read anew; what it held is what the next is compared with.
        var state = (before?.State ?? new PullState()) with { NextAt = now, ETag = null, LastModified = null, ContentHash = null, ReadAt = null, Seen = null };
        var pull = new StoredPull(before?.Id ?? new RosterPullId(ids.NewId()), before?.Code ?? request.Code!, unit.Id, settings, secret, (before?.Version ?? 0) + 1, state);
        if (!await pulls.SaveAsync(pull, PullAudit.Put(caller, now, pull.Code, unit.Code, settings), cancellationToken))
        {
            return null;
        }

        var view = RosterPullView.Of(pull, unit.Code);
        return before is null ? Answer<RosterPullView>.Created(view) : view;
    }

    /// <summary>A kept secret is never sent to another server than the one that it was told for.</summary>
    private static Refusal? SecretOf(PutRosterPullRequest request, StoredPull? before, out PullSecret? secret)
    {
        secret = request.Header?.Value is { } told ? new PullSecret(told) : null;
        if (request.Header is null || secret is not null)
        {
            return null;
        }

        var stays = string.Equals(before?.Settings.HeaderName, request.Header.Name, StringComparison.OrdinalIgnoreCase)
            && before?.Settings.Url is { } url && new Uri(url).GetLeftPart(UriPartial.Authority) == new Uri(request.Url!).GetLeftPart(UriPartial.Authority);
        secret = stays ? before!.Secret : null;
        return secret is null ? Refusal.Invalid(new InputProblem("header.value", "Give the value: it is kept only for the same header of the same server.")) : null;
    }

    private static PullSettings SettingsOf(PutRosterPullRequest r) => new(
        r.Url, r.Folder, r.Pattern, r.Every ?? 60, r.TimeZone!, Known(r.Role), Known(r.Format), Known(r.Encoding), Known(r.Delimiter), Known(r.Sheet), Known(r.DateOrder),
        r.Mapping, r.Legend, Known(r.Source), r.Header?.Name, r.StaleAfterHours ?? 48, r.Enabled ?? true);

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
