using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using OnCall.Api.Auth.Accounts;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Audit;
using OnCall.Domain.Access;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.SecondFactor;

/// <summary>
/// Codes of an authenticator, each taken once, and recovery codes for whoever has lost it. Wrong ones count with wrong passwords.
/// The secret is sealed before it is stored.
/// </summary>
internal sealed class Authenticator(IAccountStore accounts, IAuditWriter writer, IDataProtectionProvider protection, IClock clock)
{
    private const int SecretBytes = 20;
    private const int RecoveryCodes = 10;

    private readonly Lazy<IDataProtector> _protector = new(() => protection.CreateProtector("OnCall.Authenticator"));

    /// <summary>160 random bits (RFC 4226, 4, R6) in base32.</summary>
    public static string NewSecret() => Base32.Of(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What an authenticator reads from the picture (Key Uri Format).</summary>
    public static string Address(string secret, Account account) =>
        $"otpauth://totp/OnCall:{Uri.EscapeDataString(account.EmployeeNo)}?secret={secret}&issuer=OnCall";

    /// <summary>Takes an authenticator into use, once it has shown a right code.</summary>
    /// <returns>The recovery codes, told this once; null when the code was wrong, or somebody else changed the account meanwhile.</returns>
    public async Task<IReadOnlyList<string>?> EnrolAsync(Account account, string secret, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (OneTimeCode.Find(Base32.Read(secret), code, now) is not { } step)
        {
            return null;
        }

        var changed = account with { TotpSecret = _protector.Value.Protect(secret), SecondFactor = true };
        if (!await accounts.SaveAsync(changed, SignInTrail.Own(now, account.EmployeeNo, "second-factor.enrol"), cancellationToken))
        {
            return null;
        }

        await accounts.TakeStepAsync(account.Person, step, cancellationToken);
        return await NewCodesAsync(account, cancellationToken);
    }

    /// <summary>Makes the recovery codes anew; earlier ones are worth nothing from now on.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account, CancellationToken cancellationToken)
    {
        var codes = Enumerable.Range(0, RecoveryCodes)
            .Select(_ => RecoveryCode.Make())
            .ToArray();
        var audit = SignInTrail.Own(clock.GetCurrentInstant(), account.EmployeeNo, "second-factor.codes");
        await accounts.ReplaceCodesAsync(account.Person, [.. codes.Select(c => RecoveryCode.Hash(account.Person, c))], audit, cancellationToken);
        return codes;
    }

    /// <summary>Checks a code of the authenticator, or a recovery code, and uses it up.</summary>
    /// <param name="way">By what they have proven who they are, for the audit.</param>
    public async Task<bool> TakeAsync(Account account, SignInWay way, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (account.TotpSecret is null)
        {
            return false;
        }

        if (!await accounts.CountTryAsync(account.Person, now, PasswordSignIn.Tries, now + PasswordSignIn.Locked, cancellationToken))
        {
            await writer.AppendAsync([SignInTrail.Refused(now, account.EmployeeNo, way, "locked")], cancellationToken);
            return false;
        }

        if (FindStep(account, code, now) is { } step && await accounts.TakeStepAsync(account.Person, step, cancellationToken))
        {
            return true;
        }

        if (await RecoverAsync(account, code, now, cancellationToken))
        {
            return true;
        }

        await writer.AppendAsync([SignInTrail.Refused(now, account.EmployeeNo, way, "wrong code")], cancellationToken);
        return false;
    }

    /// <summary>Takes the authenticator and the recovery codes out of use.</summary>
    /// <returns>False when somebody else changed the account meanwhile.</returns>
    public Task<bool> RemoveAsync(Account account, CancellationToken cancellationToken) =>
        accounts.RemoveAuthenticatorAsync(account, SignInTrail.Own(clock.GetCurrentInstant(), account.EmployeeNo, "second-factor.remove"), cancellationToken);

    private async Task<bool> RecoverAsync(Account account, string code, Instant now, CancellationToken cancellationToken)
    {
        if (!RecoveryCode.IsLike(code))
        {
            return false;
        }

        var audit = SignInTrail.Own(now, account.EmployeeNo, "second-factor.recover");
        return await accounts.UseCodeAsync(account.Person, RecoveryCode.Hash(account.Person, code), audit, cancellationToken)
            || await accounts.UseCodeAsync(account.Person, RecoveryCode.FastHash(code), audit, cancellationToken);
    }

    // Where the key that sealed the secret is lost, recovery codes are what is left.
    private long? FindStep(Account account, string code, Instant now)
    {
        try
        {
            return OneTimeCode.Find(Base32.Read(_protector.Value.Unprotect(account.TotpSecret!)), code, now);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
