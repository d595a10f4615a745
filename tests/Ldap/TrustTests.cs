using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>Whom OnCall takes for the directory. A server that it does not trust never sees a bind.</summary>
public sealed class TrustTests(House house) : IClassFixture<House>
{
    private static readonly (DirectoryStatus, string?) Known = (DirectoryStatus.Known, null);

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    public async Task A_certificate_of_an_unknown_authority_is_refused_and_one_of_the_house_taken_again(LdapSecurity security)
    {
        await using var slapd = await Slapd.StartAsync(house.Authority.Issue("127.0.0.1"), TestPeople.Entries());
        var options = At(slapd, security);
        options.CaFile = house.Stranger.File;
        Assert.Equal(DirectoryStatus.Unreachable, (await AmirAsync(options)).Status);
        await slapd.HungUpAsync();
        Assert.Empty(Binds(slapd));

        Assert.Equal(Known, Said(await AmirAsync(At(slapd, security))));
        await slapd.SaysAsync(" BIND ");
    }

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    public async Task Without_a_file_of_its_own_only_the_systems_authorities_are_trusted(LdapSecurity security)
    {
        var options = house.Options(security);
        options.CaFile = null;

        Assert.Equal(DirectoryStatus.Unreachable, (await AmirAsync(options)).Status);
    }

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    public async Task A_certificate_for_another_host_is_refused(LdapSecurity security)
    {
        await using var slapd = await Slapd.StartAsync(house.Authority.Issue("other.hospital.example"), TestPeople.Entries());

        Assert.Equal(DirectoryStatus.Unreachable, (await AmirAsync(At(slapd, security))).Status);
        await slapd.HungUpAsync();
        Assert.Empty(Binds(slapd));
    }

    [Theory]
    [InlineData(LdapSecurity.Ldaps)]
    [InlineData(LdapSecurity.StartTls)]
    public async Task An_expired_certificate_is_refused(LdapSecurity security)
    {
        await using var slapd = await Slapd.StartAsync(house.Authority.Issue("127.0.0.1", expired: true), TestPeople.Entries());

        Assert.Equal(DirectoryStatus.Unreachable, (await AmirAsync(At(slapd, security))).Status);
        await slapd.HungUpAsync();
        Assert.Empty(Binds(slapd));
    }

    [Fact]
    public async Task A_server_that_wants_no_passwords_in_the_clear_gets_none_by_start_tls_and_refuses_one_in_the_clear()
    {
        var plain = house.Options(LdapSecurity.Plain);
        plain.Port = house.Slapd.Port;

        // slapd's own rule (security simple_bind=128) is what tells them apart.
        Assert.Equal(DirectoryStatus.Unreachable, (await AmirAsync(plain)).Status);
        Assert.Equal(Known, Said(await AmirAsync(house.Options(LdapSecurity.StartTls))));
    }

    private static (DirectoryStatus, string?) Said(DirectoryAnswer answer) => (answer.Status, answer.Why);

    private static IEnumerable<string> Binds(Slapd slapd) => slapd.Log.Where(line => line.Contains(" BIND ", StringComparison.Ordinal));

    private LdapOptions At(Slapd slapd, LdapSecurity security)
    {
        var options = house.Options(security);
        options.Port = security == LdapSecurity.Ldaps ? slapd.SecurePort : slapd.Port;
        return options;
    }

    private Task<DirectoryAnswer> AmirAsync(LdapOptions options) => house.CheckAsync("amir", TestPeople.PasswordOf("amir"), options);
}
