using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Roles;

namespace OnCall.Application.Paging;

/// <summary>Who may see and steer a page: its sender, those whom it has notified, and dispatchers of its role's unit.</summary>
public sealed class PageAccess(IDirectoryReads directory)
{
    public async Task<bool> IsDispatcherAsync(Caller caller, PageRecord record, CancellationToken cancellationToken) =>
        await MayAsync(caller, Permission.Dispatcher, record, cancellationToken);

    public async Task<bool> MayWriteAsync(Caller caller, PageRecord record, CancellationToken cancellationToken) =>
        IsSender(caller, record) || IsAsked(caller, record) || await IsDispatcherAsync(caller, record, cancellationToken);

    /// <summary>Auditors read and do not write.</summary>
    public async Task<bool> MayReadAsync(Caller caller, PageRecord record, CancellationToken cancellationToken) =>
        await MayWriteAsync(caller, record, cancellationToken)
        || await MayAsync(caller, Permission.Auditor, record, cancellationToken);

    /// <summary>Auditors and administrators of its role's unit: who look at what others did.</summary>
    public async Task<bool> MayReviewAsync(Caller caller, PageRecord record, CancellationToken cancellationToken) =>
        await MayAsync(caller, Permission.Auditor, record, cancellationToken) || await MayAsync(caller, Permission.Admin, record, cancellationToken);

    /// <summary>A system that takes pages of this role in the name of those whom they ask.</summary>
    public async Task<bool> MayRelayAsync(Caller caller, PageRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsIntegration && (IsSender(caller, record) || await MayAsync(caller, Permission.Integration, record, cancellationToken));
    }

    public static bool IsSender(Caller caller, PageRecord record)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(record);
        return caller.Person is { } person ? record.Page.Sender == person : record.Page.Sender is null && record.Page.SenderName == caller.Name;
    }

    public static bool IsAsked(Caller caller, PageRecord record)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(record);
        return caller.Person is { } person && record.Escalation.Responders.Any(r => r.Person == person);
    }

    private async Task<bool> MayAsync(Caller caller, Permission permission, PageRecord record, CancellationToken cancellationToken)
    {
        if (caller.May(permission))
        {
            return true;
        }

        if (!caller.Grants.Any(g => g.OrgUnit is not null))
        {
            return false;
        }

        var roles = await directory.RolesAsync([record.Escalation.Role], cancellationToken);
        var unit = roles.Count > 0 ? roles[0].OrgUnit : null;
        IReadOnlyCollection<OrgUnitId> above = unit is { } known ? [.. (await directory.UnitAndAboveAsync(known, cancellationToken)).Select(u => u.Id)] : [];
        return caller.May(permission, above);
    }
}
