using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Application.Access.Sessions;

/// <summary>Signs out: here, or everywhere.</summary>
public sealed class EndSessions(ISessionStore sessions, IKeyStore keys, KeyRights rights, ISessionCache cache, TakeDevices devices, IClock clock)
{
    /// <summary>Ends one session of the caller. An unknown one, or somebody else's, is refused alike.</summary>
    public async Task<Answer<bool>> OneAsync(Caller caller, SessionId session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person || (await sessions.OfAsync(person, cancellationToken)).All(s => s.Id != session))
        {
            return DirectoryProblems.Unknown("unknown-session", "No such session", "You have no session of this id, or it has ended already.");
        }

        var now = clock.GetCurrentInstant();
        var audit = DirectoryAudit.Entry(now, caller, "session.end", caller.Key, new { session = session.Value });
        var ended = await sessions.EndAsync(session, now, audit, cancellationToken);
        cache.Empty();
        return ended;
    }

    /// <summary>Ends all sessions and keys of the caller, but those that they ask by.</summary>
    /// <returns>How many there were.</returns>
    public async Task<Answer<EndedSessions>> AllOwnAsync(Caller caller, SessionId? but, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Person is { } person
            ? await EndAllAsync(caller, person, caller.Key, but, caller.Shown?.Id, cancellationToken)
            : Refusal.Forbidden("A system has no sessions.");
    }

    /// <summary>Ends all sessions and keys of a person, as an administrator, and takes their devices away: a lost phone, somebody who leaves.</summary>
    /// <returns>How many there were.</returns>
    public async Task<Answer<EndedSessions>> AllOfAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await rights.PersonAsync(caller, employeeNo, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var ended = await EndAllAsync(caller, found.Value.Id, "person:" + found.Value.EmployeeNo, null, null, cancellationToken);

        // Sessions first: from then on no device is registered by one of them.
        var removed = await devices.AllAsync(caller, found.Value, "session.end-all", cancellationToken);
        return ended with { Devices = removed.Removed, UnreachedOn = removed.UnreachedOn };
    }

    private async Task<EndedSessions> EndAllAsync(Caller caller, PersonId person, string subject, SessionId? but, ApiKeyId? butKey, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();

        // Sessions first: from then on nobody makes a key by one of them that stays.
        var ended = await sessions.EndAllAsync(person, but, now, DirectoryAudit.Entry(now, caller, "session.end-all", subject, new { }), cancellationToken);
        var revoked = await keys.RevokeAllAsync(person, butKey, now, DirectoryAudit.Entry(now, caller, "key.revoke", subject, new { why = "session.end-all" }), cancellationToken);
        cache.Empty();
        return new EndedSessions(ended, revoked.Count, [.. revoked.Select(k => k.Value)]);
    }
}
