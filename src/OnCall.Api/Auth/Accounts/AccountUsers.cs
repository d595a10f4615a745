using Microsoft.AspNetCore.Identity;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Domain.Directory;

namespace OnCall.Api.Auth.Accounts;

/// <summary>Gives ASP.NET Core Identity the accounts of people. People are made and deleted elsewhere: an account only opens a door to one.</summary>
internal sealed partial class AccountUsers(IAccountStore accounts, IPasskeyStore passkeys, IClock clock) : IUserPasswordStore<AccountUser>
{
    public Task<string> GetUserIdAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.Person.ToString());

    public Task<string?> GetUserNameAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Account.EmployeeNo);

    public Task<string?> GetNormalizedUserNameAsync(AccountUser user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<string?> GetPasswordHashAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash);

    public Task<bool> HasPasswordAsync(AccountUser user, CancellationToken cancellationToken) => Task.FromResult(user.Account.PasswordHash is not null);

    public Task SetPasswordHashAsync(AccountUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.Account = user.Account with { PasswordHash = passwordHash };
        return Task.CompletedTask;
    }

    public async Task<AccountUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) && await accounts.FindAsync(new PersonId(id), cancellationToken) is { } account ? new AccountUser(account) : null;

    // The database compares without regard to case, as it does wherever a number is looked up.
    public async Task<AccountUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await accounts.FindAsync(normalizedUserName, cancellationToken) is { } account ? new AccountUser(account) : null;

    public async Task<IdentityResult> UpdateAsync(AccountUser user, CancellationToken cancellationToken)
    {
        var audit = user.Audit ?? SignInTrail.Own(clock.GetCurrentInstant(), user.Account.EmployeeNo, "account.rehash");
        if (!await accounts.SaveAsync(user.Account, audit, cancellationToken))
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }

        user.Account = user.Account with { Version = user.Account.Version + 1 };
        return IdentityResult.Success;
    }

    // A number is changed in the directory, not here.
    public Task SetUserNameAsync(AccountUser user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(AccountUser user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(AccountUser user, CancellationToken cancellationToken) => throw new NotSupportedException("People are made in the directory.");

    public Task<IdentityResult> DeleteAsync(AccountUser user, CancellationToken cancellationToken) => throw new NotSupportedException("People are not deleted.");

    public void Dispose()
    {
        // The stores serve everybody.
    }
}
