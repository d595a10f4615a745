using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Audit;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Accounts;

/// <summary>
/// Checks a number and a password: by the hash that is kept here, or by the hospital's directory for whoever has no password here. Who
/// guesses learns neither whether the number is anybody's nor whether it is locked: the answer is the same, and so is the time that hashing takes.
/// </summary>
internal sealed class PasswordSignIn(
    IAccountStore accounts, UserManager<AccountUser> users, DirectorySignIn directory, IAuditWriter audit, IClock clock)
{
    /// <summary>So many wrong tries lock the password, and the codes of the second factor, for 5 minutes. Passkeys and open sessions go on.</summary>
    internal const int Tries = 6;

    internal static readonly Duration Locked = Duration.FromMinutes(5);

    // Of no password that anybody has.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher().HashPassword(null!, RandomNumberGenerator.GetHexString(64)));

    /// <summary>Refused when they do not fit, or when there were too many tries.</summary>
    public async Task<PasswordOutcome> RunAsync(string name, string password, CancellationToken cancellationToken)
    {
        var named = await accounts.FindAsync(name, cancellationToken);
        if (named is { Active: true, PasswordHash: not null })
        {
            return await OwnAsync(named, password, cancellationToken);
        }

        // Null: there is no directory, or it is not asked.
        return await directory.RunAsync(named, name, password, cancellationToken) ?? Nobody(password);
    }

    private async Task<PasswordOutcome> OwnAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!await accounts.CountTryAsync(account.Person, now, Tries, now + Locked, cancellationToken))
        {
            await audit.AppendAsync([SignInTrail.Refused(now, account.EmployeeNo, SignInWay.Password, "locked")], cancellationToken);
            return Nobody(password);
        }

        var user = new AccountUser(account);
        if (await users.CheckPasswordAsync(user, password))
        {
            return new PasswordOutcome(new Proof(user.Account, SignInWay.Password), false);
        }

        await audit.AppendAsync([SignInTrail.Refused(now, account.EmployeeNo, SignInWay.Password, "wrong password")], cancellationToken);
        return PasswordOutcome.Refused;
    }

    private static PasswordOutcome Nobody(string password)
    {
        _ = Hasher().VerifyHashedPassword(null!, NobodysHash.Value, password);
        return PasswordOutcome.Refused;
    }

    private static PasswordHasher<AccountUser> Hasher() => new(Microsoft.Extensions.Options.Options.Create(AccountServices.Hashing()));
}
