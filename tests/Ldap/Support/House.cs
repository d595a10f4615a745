using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap.Tests.Support;

/// <summary>A slapd of which the tests of a class ask, the authority that vouches for it, and an OnCall that is set up for it.</summary>
public sealed class House : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Slapd? _slapd;

    internal TestAuthority Authority { get; private set; } = null!;

    internal TestAuthority Stranger { get; private set; } = null!;

    internal Slapd Slapd => _slapd!;

    internal LogLines Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Authority = new TestAuthority(_folder, "hospital");
        Stranger = new TestAuthority(_folder, "stranger");
        _slapd = await Slapd.StartAsync(Authority.Issue("127.0.0.1"), TestPeople.Entries());
    }

    public async ValueTask DisposeAsync()
    {
        if (_slapd is not null)
        {
            await _slapd.DisposeAsync();
        }

        Authority.Dispose();
        Stranger.Dispose();
        _folder.Dispose();
    }

    internal LdapOptions Options(LdapSecurity security = LdapSecurity.Ldaps) => new()
    {
        Host = "127.0.0.1",
        Port = security == LdapSecurity.Ldaps ? Slapd.SecurePort : Slapd.Port,
        Security = security,
        CaFile = Authority.File,
        BindDn = TestPeople.Reader,
        BindPassword = TestPeople.ReaderPassword,
        PeopleBase = TestPeople.People,
        GroupsBase = TestPeople.Groups,
        // A busy machine is no test of the time-out.
        TimeoutSeconds = 30,
    };

    internal Task<DirectoryAnswer> CheckAsync(string user, string password, LdapOptions? options = null) =>
        Directory(options ?? Options()).CheckAsync(user, password, TestContext.Current.CancellationToken);

    internal LdapDirectory Directory(LdapOptions options) => new(Microsoft.Extensions.Options.Options.Create(options), Log);
}
