using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;
using OnCall.Ldap.Tests.Support;

namespace OnCall.Ldap.Tests;

/// <summary>Settings as an installation has them: a wrong one stops the start with one line.</summary>
public sealed class LdapOptionsTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["Host"] = "ldap.hospital.example", ["BindDn"] = "cn=oncall,dc=hospital,dc=example", ["BindPassword"] = "secret", ["PeopleBase"] = "ou=people,dc=hospital,dc=example",
    };

    [Fact]
    public void Without_settings_there_is_no_such_sign_in()
    {
        using var services = Services([]);

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Null(services.GetService<IPasswordDirectory>());
    }

    [Fact]
    public void Four_settings_are_enough()
    {
        using var services = Services(Right);

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetService<IPasswordDirectory>());
        var options = services.GetRequiredService<IOptions<LdapOptions>>().Value;
        Assert.Equal((LdapSecurity.Ldaps, 636, 5, true), (options.Security, options.PortInUse, options.TimeoutSeconds, options.NestedGroups));
        Assert.Equal(389, new LdapOptions { Security = LdapSecurity.StartTls }.PortInUse);
    }

    [Theory]
    [InlineData("Host", "", "OnCall__SignIn__Ldap__Host is missing, though other settings of LDAP are there.")]
    [InlineData("Host", "ldaps://ldap.hospital.example", "OnCall__SignIn__Ldap__Host is not the name or address of a server, without ldap:// and without a port.")]
    [InlineData("Host", "a b", "OnCall__SignIn__Ldap__Host is not the name or address of a server, without ldap:// and without a port.")]
    [InlineData("Port", "0", "OnCall__SignIn__Ldap__Port is not between 1 and 65535.")]
    [InlineData("TimeoutSeconds", "0", "OnCall__SignIn__Ldap__TimeoutSeconds is not between 1 and 60.")]
    [InlineData("TimeoutSeconds", "61", "OnCall__SignIn__Ldap__TimeoutSeconds is not between 1 and 60.")]
    [InlineData("CaFile", "/not/there.pem", "OnCall__SignIn__Ldap__CaFile cannot be read as certificates in PEM form.")]
    [InlineData("BindDn", "", "OnCall__SignIn__Ldap__BindDn is missing: the account that looks people up.")]
    [InlineData("BindPassword", "", "OnCall__SignIn__Ldap__BindPassword is missing, and so is BindPasswordFile: one of them.")]
    [InlineData("BindPasswordFile", "/run/secret", "OnCall__SignIn__Ldap__BindPasswordFile is set, though BindPassword is too: one of them.")]
    [InlineData("PeopleBase", "", "OnCall__SignIn__Ldap__PeopleBase is missing: the entry below which people are looked for.")]
    [InlineData("UserFilter", "(uid=x)", "OnCall__SignIn__Ldap__UserFilter is not a filter in parentheses with {0} for the user name, such as (uid={0}).")]
    [InlineData("GroupFilter", "member={0}", "OnCall__SignIn__Ldap__GroupFilter is not a filter in parentheses with {0} for the member, such as (member={0}).")]
    [InlineData("EmployeeNoAttribute", "", "OnCall__SignIn__Ldap__EmployeeNoAttribute is not the name of an attribute.")]
    [InlineData("NameAttribute", "cn)(", "OnCall__SignIn__Ldap__NameAttribute is not the name of an attribute.")]
    [InlineData("Security", "7", "OnCall__SignIn__Ldap__Security is neither Ldaps nor StartTls.")]
    public void A_wrong_setting_is_named(string setting, string value, string line) => Assert.Equal(line, LineOf(new(Right) { [setting] = value }));

    [Theory]
    [InlineData("127.0.0.1", "true", null)]
    [InlineData("::1", "true", null)]
    [InlineData("localhost", "true", null)]
    [InlineData("127.0.0.1", "false", "is Plain: passwords would be readable on the wire.")]
    [InlineData("ldap.hospital.example", "true", "is Plain, though Host is not this machine")]
    [InlineData("10.0.0.1", "true", "is Plain, though Host is not this machine")]
    [InlineData("localhost.hospital.example", "true", "is Plain, though Host is not this machine")]
    public void Nothing_goes_in_the_clear_but_within_this_machine_and_when_told(string host, string allowed, string? problem)
    {
        var line = LineOf(new(Right) { ["Host"] = host, ["Security"] = "Plain", ["AllowPlainOnLoopback"] = allowed });

        Assert.Equal(problem is null, line is null);
        Assert.Contains(problem ?? "", line ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_holds_no_certificate_or_no_password_is_found()
    {
        using var folder = new TemporaryFolder();
        var empty = folder.Write("empty", "\n");

        Assert.Equal("OnCall__SignIn__Ldap__CaFile holds no certificate in PEM form.", LineOf(new(Right) { ["CaFile"] = empty }));
        Assert.Equal("OnCall__SignIn__Ldap__BindPasswordFile cannot be read, or its first line is empty.", LineOf(new(Right) { ["BindPassword"] = null, ["BindPasswordFile"] = empty }));
        Assert.Equal("OnCall__SignIn__Ldap__BindPasswordFile cannot be read, or its first line is empty.", LineOf(new(Right) { ["BindPassword"] = null, ["BindPasswordFile"] = folder["none"] }));
    }

    [Fact]
    public void A_machine_without_the_library_is_told_at_the_start() => Assert.Equal(
        ["OnCall__SignIn__Ldap__Host is set, but the library is missing"],
        new LdapOptionsValidator(() => "the library is missing").Validate(null, new() { Host = "ldap.hospital.example", BindDn = "cn=x", BindPassword = "x", PeopleBase = "dc=x" }).Failures);

    private static string? LineOf(Dictionary<string, string?> settings)
    {
        using var services = Services(settings);
        return Record.Exception(services.GetRequiredService<IStartupValidator>().Validate) is { } error ? Assert.Single(Assert.IsType<OptionsValidationException>(error).Failures) : null;
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddLdap(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => $"OnCall:SignIn:Ldap:{s.Key}", s => s.Value)).Build())
        .BuildServiceProvider();
}
