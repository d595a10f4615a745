using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Invitations;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Audit;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth.Accounts;

/// <summary>Sets a person's own password. All other sessions of theirs end: whoever knew the old one is out.</summary>
internal sealed class Passwords(
    IAccountStore accounts, IInvitationStore invitations, UserManager<AccountUser> users, ISessionStore sessions, ISessionCache cache, IAuditWriter audit, IClock clock)
{
    /// <summary>Somebody else wrote the account first.</summary>
    internal static Refusal ChangedMeanwhile { get; } =
        new(RefusalKind.Conflict, "changed-meanwhile", "Changed meanwhile", "Somebody else changed the account in the same moment. Nothing was written; send it again.");

    /// <param name="person">Whose.</param>
    /// <param name="password">The new one.</param>
    /// <param name="but">The session that stays; null for none.</param>
    /// <param name="way">How whoever sets it has shown who they are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer<Account>> SetAsync(PersonId person, string password, SessionId? but, SignInWay way, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(person, cancellationToken) is not { Active: true } account)
        {
            return Refusal.Forbidden("This person is not active.");
        }

        var now = clock.GetCurrentInstant();
        var user = new AccountUser(account) { Audit = SignInTrail.Own(now, account.EmployeeNo, "account.password", ("way", way.ToString())) };
        if (PasswordRules.Check(account.EmployeeNo, account.Name, password) is { } why)
        {
            return Refusal.Invalid(new InputProblem("password", why));
        }

        user.Account = account with { PasswordHash = users.PasswordHasher.HashPassword(user, password) };
        if (!(await users.UpdateAsync(user)).Succeeded)
        {
            return ChangedMeanwhile;
        }

        await invitations.EndAllAsync(person, now, cancellationToken);
        await sessions.EndAllAsync(person, but, now, SignInTrail.Own(now, account.EmployeeNo, "session.end-all", ("why", "password")), cancellationToken);
        await accounts.ForgetTriesAsync(person, cancellationToken);
        cache.Empty();

        // Ending the sessions has changed the account once more.
        return user.Account with { Version = user.Account.Version + 1 };
    }

    /// <summary>Whether this is the person's password. Counts as a try, and is audited when it is not.</summary>
    public async Task<bool> IsAsync(PersonId person, string password, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(person, cancellationToken) is not { PasswordHash: not null } account)
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        var open = await accounts.CountTryAsync(person, now, PasswordSignIn.Tries, now + PasswordSignIn.Locked, cancellationToken);
        if (open && await users.CheckPasswordAsync(new AccountUser(account), password))
        {
            await accounts.ForgetTriesAsync(person, cancellationToken);
            return true;
        }

        await audit.AppendAsync([SignInTrail.Unproven(now, account.EmployeeNo, SignInWay.Password, open ? "wrong password" : "locked")], cancellationToken);
        return false;
    }
}
