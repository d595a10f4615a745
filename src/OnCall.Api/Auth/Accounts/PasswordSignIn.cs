using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Accounts;

/// <summary>
/// Checks a number and a password. Who guesses learns neither whether the number is anybody's nor whether it is locked: answer, work and
/// time are the same.
/// </summary>
internal sealed class PasswordSignIn(IAccountStore accounts, UserManager<AccountUser> users, IAccessTrail trail, IClock clock)
{
    /// <summary>So many wrong tries lock the password, and the codes of the second factor, for 5 minutes. Passkeys and open sessions go on.</summary>
    internal const int Tries = 6;

    internal static readonly Duration Locked = Duration.FromMinutes(5);

    // Of no password that anybody has.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher().HashPassword(null!, RandomNumberGenerator.GetHexString(64)));

    /// <summary>Null when they do not fit, or when there were too many tries.</summary>
    public async Task<Proof?> RunAsync(string employeeNo, string password, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(employeeNo, cancellationToken) is not { Active: true, PasswordHash: not null } account)
        {
            return Nobody(password);
        }

        var now = clock.GetCurrentInstant();
        if (!await accounts.CountTryAsync(account.Person, now, Tries, now + Locked, cancellationToken))
        {
            await trail.WriteAsync(SignInTrail.Refused(now, account.EmployeeNo, SignInWay.Password, "locked"), cancellationToken);
            return Nobody(password);
        }

        if (!await users.CheckPasswordAsync(new AccountUser(account), password))
        {
            await trail.WriteAsync(SignInTrail.Refused(now, account.EmployeeNo, SignInWay.Password, "wrong password"), cancellationToken);
            return null;
        }

        return new Proof(account, SignInWay.Password);
    }

    private static Proof? Nobody(string password)
    {
        _ = Hasher().VerifyHashedPassword(null!, NobodysHash.Value, password);
        return null;
    }

    private static PasswordHasher<AccountUser> Hasher() => new(Microsoft.Extensions.Options.Options.Create(AccountServices.Hashing()));
}
