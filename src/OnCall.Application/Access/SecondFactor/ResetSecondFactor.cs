using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Access.SecondFactor;

/// <summary>
/// Takes away a person's authenticator, recovery codes and passkeys, as an administrator, when the phone that held them is lost.
/// All sessions, invitations and keys of the person end, and their devices ring for them no more.
/// </summary>
public sealed class ResetSecondFactor(
    IAccountStore accounts, IPasskeyStore passkeys, IInvitationStore invitations, ISessionStore sessions, IKeyStore keys, ISessionCache cache, TakeDevices devices,
    KeyRights rights, IClock clock)
{
    public async Task<Answer<RemovedDevices>> RunAsync(Caller caller, string employeeNo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await rights.PersonAsync(caller, employeeNo, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var person = found.Value;
        if (await accounts.FindAsync(person.Id, cancellationToken) is not { } account)
        {
            return DirectoryProblems.NoPerson(employeeNo);
        }

        var now = clock.GetCurrentInstant();
        var audit = DirectoryAudit.Entry(now, caller, "second-factor.reset", "person:" + person.EmployeeNo, new { });
        if (!await accounts.RemoveAuthenticatorAsync(account, audit, cancellationToken))
        {
            return DirectoryProblems.Busy();
        }

        foreach (var passkey in await passkeys.OfAsync(person.Id, cancellationToken))
        {
            await passkeys.RemoveAsync(person.Id, passkey.CredentialId, audit with { Action = "passkey.remove" }, cancellationToken);
        }

        // Sessions first: from then on nobody makes a key or an invitation by one of them that stays.
        await sessions.EndAllAsync(person.Id, null, now, audit with { Action = "session.end-all" }, cancellationToken);
        await keys.RevokeAllAsync(person.Id, null, now, DirectoryAudit.Entry(now, caller, "key.revoke", "person:" + person.EmployeeNo, new { why = "second-factor.reset" }), cancellationToken);
        await invitations.EndAllAsync(person.Id, now, cancellationToken);
        cache.Empty();
        return await devices.AllAsync(caller, person, "second-factor.reset", cancellationToken);
    }
}
