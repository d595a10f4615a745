using Microsoft.AspNetCore.Identity;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;

namespace OnCall.Api.Auth.Accounts;

internal sealed partial class AccountUsers : IUserPasskeyStore<AccountUser>
{
    public async Task AddOrUpdatePasskeyAsync(AccountUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await OfAsync(user, passkey.CredentialId, cancellationToken) is { } known)
        {
            await passkeys.UpdateAsync(known with { Data = PasskeyJson.Write(passkey), UsedAt = now }, cancellationToken);
            return;
        }

        var made = new Passkey(passkey.CredentialId, user.Account.Person, passkey.Name ?? "Passkey", PasskeyJson.Write(passkey), now, null);
        var audit = SignInTrail.Own(now, user.Account.EmployeeNo, "passkey.add", ("name", made.Name));
        if (!await passkeys.AddAsync(made, audit, cancellationToken))
        {
            throw new InvalidOperationException("This credential is somebody's passkey already.");
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(AccountUser user, CancellationToken cancellationToken) =>
        [.. (await passkeys.OfAsync(user.Account.Person, cancellationToken)).Select(PasskeyJson.Read)];

    public async Task<AccountUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey && await accounts.FindAsync(passkey.Person, cancellationToken) is { } account
            ? new AccountUser(account)
            : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(AccountUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await OfAsync(user, credentialId, cancellationToken) is { } passkey ? PasskeyJson.Read(passkey) : null;

    public async Task RemovePasskeyAsync(AccountUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.RemoveAsync(user.Account.Person, credentialId, SignInTrail.Own(clock.GetCurrentInstant(), user.Account.EmployeeNo, "passkey.remove"), cancellationToken);

    private async Task<Passkey?> OfAsync(AccountUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is { } passkey && passkey.Person == user.Account.Person ? passkey : null;
}
