using NodaTime;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Access;

/// <summary>Ends a key, one's own or as an administrator. Sessions that stand on it end with it.</summary>
public sealed class RevokeKey(IKeyStore keys, KeyRights rights, IKeyCache cache, IClock clock)
{
    /// <summary>True when it was revoked now, false when it had been before.</summary>
    public async Task<Answer<bool>> RunAsync(Caller caller, ApiKeyId key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var owner = await keys.OwnerAsync(key, cancellationToken);
        if (!await MayAsync(caller, owner, cancellationToken))
        {
            return DirectoryProblems.NotAdministrator();
        }

        if (owner is null)
        {
            return DirectoryProblems.Unknown("unknown-key", "No such key", $"There is no key {key}.");
        }

        if (owner.Revoked)
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        await keys.RevokeAsync(key, now, DirectoryAudit.Entry(now, caller, "key.revoke", "key:" + key, new { owner.Integration }), cancellationToken);
        cache.Empty();
        return true;
    }

    private async Task<bool> MayAsync(Caller caller, KeyOwner? owner, CancellationToken cancellationToken) =>
        owner?.Person is { } person ? caller.Person == person || await rights.MayForPersonAsync(caller, person, cancellationToken) : caller.May(Permission.Admin);
}
