using OnCall.Domain.Audit;

namespace OnCall.Application.Access.Accounts;

/// <summary>Takes an authenticator out of use, and with it the recovery codes that stand in for it.</summary>
public static class AuthenticatorRemoval
{
    /// <returns>False when somebody else changed the account since it was read: nothing is written.</returns>
    public static async Task<bool> RemoveAuthenticatorAsync(this IAccountStore accounts, Account account, AuditEntry audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(audit);
        if (!await accounts.SaveAsync(account with { TotpSecret = null, SecondFactor = false }, audit, cancellationToken))
        {
            return false;
        }

        await accounts.ReplaceCodesAsync(account.Person, [], audit with { Action = "second-factor.codes" }, cancellationToken);
        return true;
    }
}
