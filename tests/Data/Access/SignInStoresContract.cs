using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Invitations;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Access;

public abstract class SignInStoresContract
{
    private static readonly Instant Until = AccessData.Now + Duration.FromHours(72);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_passkey_is_found_by_its_credential_of_whatever_length()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var key = new Passkey([.. Enumerable.Range(0, 1023).Select(i => (byte)i)], data.Ann, "My phone", "{}", AccessData.Now, null);
        Assert.True(await data.Passkeys.AddAsync(key, AccessData.Audit("passkey.add"), CancellationToken.None));
        Assert.False(await data.Passkeys.AddAsync(key with { Person = data.Bob }, AccessData.Audit("passkey.add"), CancellationToken.None));
        Assert.Equal((data.Ann, "My phone"), await Facts(data, key.CredentialId));

        await data.Passkeys.UpdateAsync(key with { Data = "{\"signCount\":1}", UsedAt = AccessData.Now }, CancellationToken.None);
        Assert.Equal("{\"signCount\":1}", (await data.Passkeys.OfAsync(data.Ann, CancellationToken.None)).Single().Data);
        Assert.False(await data.Passkeys.RemoveAsync(data.Bob, key.CredentialId, AccessData.Audit("passkey.remove"), CancellationToken.None));
        Assert.True(await data.Passkeys.RemoveAsync(data.Ann, key.CredentialId, AccessData.Audit("passkey.remove"), CancellationToken.None));
        Assert.Null(await data.Passkeys.FindAsync(key.CredentialId, CancellationToken.None));
        Assert.Equal((1, 1), (await data.AuditCountAsync("passkey.add"), await data.AuditCountAsync("passkey.remove")));
    }

    [Fact]
    public async Task What_a_passkey_was_asked_is_answered_once()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var key = new Passkey([1, 2, 3], data.Ann, "My phone", "{}", AccessData.Now, null);
        await data.Passkeys.AddAsync(key, AccessData.Audit("passkey.add"), CancellationToken.None);
        Task<bool> Use(int asked, int answered) => data.Passkeys.UseAsync(
            key.CredentialId, AccessData.Now + Duration.FromSeconds(asked), AccessData.Now + Duration.FromSeconds(answered), CancellationToken.None);

        Assert.True(await Use(asked: 0, answered: 5));
        Assert.False(await Use(asked: 0, answered: 6));
        Assert.False(await Use(asked: 4, answered: 6));
        Assert.True(await Use(asked: 6, answered: 9));
    }

    [Fact]
    public async Task An_invitation_is_good_once_and_until_its_end()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await InviteAsync(data, 'a');
        Assert.Equal(data.Ann, await FindAsync(data, 'a', AccessData.Now));
        Assert.Null(await FindAsync(data, 'a', Until));
        Assert.Null(await FindAsync(data, 'b', AccessData.Now));
        Assert.False(await data.Invitations.UseAsync(Hash('a'), Until, CancellationToken.None));
        Assert.True(await data.Invitations.UseAsync(Hash('a'), AccessData.Now, CancellationToken.None));
        Assert.False(await data.Invitations.UseAsync(Hash('a'), AccessData.Now, CancellationToken.None));
        Assert.Null(await FindAsync(data, 'a', AccessData.Now));
    }

    [Fact]
    public async Task A_new_invitation_ends_the_one_before_and_leaving_ends_all()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        await InviteAsync(data, 'a');
        await InviteAsync(data, 'b');
        Assert.Null(await FindAsync(data, 'a', AccessData.Now));
        Assert.Equal(data.Ann, await FindAsync(data, 'b', AccessData.Now));
        await data.DeactivateAsync(data.Ann, "N001");
        Assert.Null(await FindAsync(data, 'b', AccessData.Now));
    }

    [Fact]
    public async Task The_rules_of_the_second_factor_are_replaced_as_a_whole()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var ward = await data.UnitAsync("ward");
        await data.Rules.ReplaceAsync([new(Permission.Admin, null), new(null, ward.Id)], AccessData.Audit("second-factor.put"), CancellationToken.None);
        Assert.Equal(2, (await data.Rules.AllAsync(CancellationToken.None)).Count);
        await data.Rules.ReplaceAsync([new(null, ward.Id)], AccessData.Audit("second-factor.put"), CancellationToken.None);
        Assert.Equal([new SecondFactorRule(null, ward.Id)], await data.Rules.AllAsync(CancellationToken.None));
    }

    private static string Hash(char sign) => new(sign, 64);

    private static Task InviteAsync(AccessData data, char sign) =>
        data.Invitations.AddAsync(new Invitation(Hash(sign), data.Ann, "system", null, AccessData.Now, Until), AccessData.Audit("person.invite"), CancellationToken.None);

    private static Task<PersonId?> FindAsync(AccessData data, char sign, Instant now) => data.Invitations.FindAsync(Hash(sign), now, CancellationToken.None);

    private static async Task<(PersonId?, string?)> Facts(AccessData data, byte[] credential)
    {
        var found = await data.Passkeys.FindAsync(credential, CancellationToken.None);
        return (found?.Person, found?.Name);
    }
}

public sealed class SignInStoresOnSqlite : SignInStoresContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SignInStoresOnSqlServer : SignInStoresContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
